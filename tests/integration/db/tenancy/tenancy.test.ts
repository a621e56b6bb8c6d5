import { readdirSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase, Tx } from "@/db/client";
import { rows } from "@/db/rows";
import { runAsAthlete } from "@/db/run-as-athlete";
import type { AthleteTx } from "@/db/scope";
import { AppError } from "@/lib/errors";
import type { AthleteId } from "@/lib/ids";
import { type AthleteRows, createAthleteRows } from "@/tests/support/athlete-rows";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";
import { foreignArguments } from "./foreign-arguments";

type Call = (tx: AthleteTx) => Promise<unknown>;
type Effect = { readonly result: unknown; readonly rowsOfB: string };

const DB = path.resolve(import.meta.dirname, "../../../../db");

/** Nothing to give or take: it locks the caller's own row. */
const WITHOUT_EFFECT = new Set(["lockAthlete"]);
/** Has no `where` to forget: what it may write is the second wall's business alone. */
const SECOND_WALL_ONLY = new Set(["enqueueEvent"]);

class RolledBack extends Error {}

const table = Object.entries(foreignArguments).flatMap(([file, functions]) =>
  Object.entries(functions).map(([name, argumentsFor]) => ({ file, name, argumentsFor })),
);

async function callOf(row: (typeof table)[number], b: AthleteRows): Promise<Call> {
  const module = (await import(path.join(DB, `${row.file}.ts`))) as Record<
    string,
    (tx: AthleteTx, ...rest: readonly unknown[]) => Promise<unknown>
  >;
  const call = module[row.name];
  if (!call) throw new Error(`${row.file} no longer exports ${row.name}.`);
  const rest = (row.argumentsFor as (rows: AthleteRows) => readonly unknown[])(b);
  return (tx) => call(tx, ...rest);
}

async function ownedTables(db: Tx): Promise<string[]> {
  const found = await db.execute(sql`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'athlete_id'
    order by 1`);
  return rows<{ name: string }>(found).map((row) => row.name);
}

/** Everything that belongs to an athlete, and the outbox, as text. */
async function everythingOf(db: Tx, athleteId: AthleteId): Promise<string> {
  const parts = [
    sql`select to_jsonb(t)::text as row from athletes t where id = ${athleteId}`,
    sql`select to_jsonb(t)::text as row from job_events t where data ->> 'athleteId' = ${athleteId}`,
  ];
  for (const name of await ownedTables(db)) {
    parts.push(
      sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t where athlete_id = ${athleteId}`,
    );
  }
  const found: string[] = [];
  for (const part of parts) {
    found.push(...rows<{ row: string }>(await db.execute(part)).map((row) => row.row));
  }
  return found.sort().join("\n");
}

/** What a call gives and what it leaves of B's rows; everything is undone afterwards. */
async function effectOf(
  transaction: (work: (tx: AthleteTx) => Promise<void>) => Promise<unknown>,
  call: Call,
  b: AthleteId,
): Promise<Effect | "refused"> {
  let effect: Effect | undefined;
  try {
    await transaction(async (tx) => {
      const result = await call(tx);
      await tx.db.execute(sql`reset role`);
      effect = { result, rowsOfB: await everythingOf(tx.db, b) };
      throw new RolledBack();
    });
  } catch (error) {
    if (error instanceof RolledBack && effect) return effect;
    if (error instanceof AppError && error.code === "not_found") return "refused";
    if ((error as { cause?: { code?: string } }).cause?.code === "42501") return "refused";
    throw error;
  }
  throw new Error("The transaction ended without a result.");
}

function text(value: unknown): string {
  const written = (part: unknown) => (part instanceof Map ? [...part] : part);
  return (
    JSON.stringify(value, (_, part) => (ArrayBuffer.isView(part) ? String(part) : written(part))) ??
    ""
  );
}

eachDatabase("tenancy", (databases) => {
  let database: OpenDatabase;
  let a: AthleteId;
  let b: AthleteRows;
  let rowsOfB: string;

  beforeAll(async () => {
    database = await databases.create();
    a = (await createTestAthlete(database)).athleteId;
    const other = await createTestAthlete(database, { displayName: "The other one", sex: "f" });
    b = await runAsAthlete(database, other.athleteId)(createAthleteRows);
    rowsOfB = await database.transaction([], (db) => everythingOf(db, b.athleteId));
  }, 60_000);

  it("has rows of the other athlete in every table that athletes own", async () => {
    const empty = await database.transaction([], async (db) => {
      const names: string[] = [];
      for (const name of await ownedTables(db)) {
        const found = await db.execute(
          sql`select 1 from ${sql.identifier(name)} where athlete_id = ${b.athleteId} limit 1`,
        );
        if (rows(found).length === 0) names.push(name);
      }
      return names;
    });
    expect(empty).toEqual([]);
  });

  describe.each(table)("$name", (row) => {
    it("does something for the athlete whose rows they are", async () => {
      if (WITHOUT_EFFECT.has(row.name)) return;
      const call = await callOf(row, b);
      const own = await effectOf(runAsAthlete(database, b.athleteId), call, b.athleteId);
      const foreign = await effectOf(runAsAthlete(database, a), call, b.athleteId);
      expect(own).not.toBe("refused");
      expect(text(own)).not.toBe(text(foreign));
    });

    it("neither shows nor changes them for another athlete", async () => {
      const effect = await effectOf(runAsAthlete(database, a), await callOf(row, b), b.athleteId);
      if (effect === "refused") return;
      expect(effect.rowsOfB).toBe(rowsOfB);
      expect(shownOf(b, effect.result)).toEqual([]);
    });

    it("does so by its own where, with row-level security out of the way", async () => {
      if (SECOND_WALL_ONLY.has(row.name)) return;
      const asOwner = (work: (tx: AthleteTx) => Promise<void>) =>
        database.transaction([], (db, withCommit) =>
          work({ athleteId: a, db, withCommit } as AthleteTx),
        );
      const effect = await effectOf(asOwner, await callOf(row, b), b.athleteId);
      if (effect === "refused") return;
      expect(effect.rowsOfB).toBe(rowsOfB);
      expect(shownOf(b, effect.result)).toEqual([]);
    });
  });
});

/** The ids and values of B's rows that a result shows. */
function shownOf(b: AthleteRows, result: unknown): string[] {
  const values = [
    "Tempo by the river",
    "Sore throat",
    "Cold",
    "The other one",
    "51.5193",
    "41.5193",
    "287.4625",
    "251.5193",
    "313.7",
  ];
  const shown = text(result);
  return [...Object.values(b), ...values].filter((mark) => shown.includes(mark));
}

describe("the table of functions", () => {
  it("names every module of db/queries and db/mutations", () => {
    const files = ["mutations", "queries"].flatMap((folder) =>
      readdirSync(path.join(DB, folder))
        .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
        .map((file) => `${folder}/${file.slice(0, -3)}`),
    );
    expect(Object.keys(foreignArguments).sort()).toEqual(files.sort());
  });
});

eachDatabase("the schema", (databases) => {
  it("walls in every table with an athlete_id: forced row-level security, index, cascade", async () => {
    const database = await databases.create();
    const found = await database.transaction([], (db) =>
      db.execute(sql`
        select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
          exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum) as indexed,
          exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
            and f.conkey = array[a.attnum] and f.confrelid = 'athletes'::regclass
            and f.confdeltype = 'c') as cascades,
          (select array_agg(p.polname::text order by p.polname) from pg_policy p where p.polrelid = c.oid) as policies
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'athlete_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`),
    );
    const tables = rows<{ name: string }>(found);
    expect(tables.length).toBeGreaterThanOrEqual(12);
    for (const { name, ...walls } of tables) {
      expect(walls, name).toEqual({
        enabled: true,
        forced: true,
        indexed: true,
        cascades: true,
        policies: ["own_rows_only", "system_work"],
      });
    }
  });

  it("gives the athlete's role nothing else", async () => {
    const database = await databases.create();
    const found = await database.transaction([], (db) =>
      db.execute(sql`
        select c.relname as name, array_agg(distinct p.privilege_type order by p.privilege_type) as granted
        from pg_class c, aclexplode(c.relacl) p
        where c.relnamespace = 'public'::regnamespace and p.grantee = 'formline_app'::regrole
          and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'athlete_id')
        group by 1 order by 1`),
    );
    expect(rows(found)).toEqual([
      { name: "athletes", granted: ["SELECT", "UPDATE"] },
      { name: "job_events", granted: ["INSERT"] },
    ]);
  });

  it("takes everything with it when an athlete is deleted", async () => {
    const database = await databases.create();
    const { athleteId } = await createTestAthlete(database);
    await runAsAthlete(database, athleteId)(createAthleteRows);
    const left = await database.transaction([], async (db) => {
      await db.execute(sql`delete from athletes where id = ${athleteId}`);
      return everythingOf(db, athleteId);
    });
    expect(left).toBe("");
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase, Tx } from "@/db/client";
import { backupDatabase } from "@/db/maintenance/backup-database";
import { checkDatabase } from "@/db/maintenance/check-database";
import { databaseProblems } from "@/db/maintenance/database-problems";
import { restoreDatabase } from "@/db/maintenance/restore-database";
import { tablesInOrder } from "@/db/maintenance/tables-in-order";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { rows } from "@/db/rows";
import { runAsAthlete } from "@/db/run-as-athlete";
import type { AthleteId } from "@/lib/ids";
import { createAthleteRows } from "@/tests/support/athlete-rows";
import { MIGRATIONS } from "@/tests/support/database-templates";
import { createTestDatabase } from "@/tests/support/pglite-database";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const scratch = mkdtempSync(path.join(tmpdir(), "formline-backup-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const fileOf = (name: string) => path.join(scratch, `${name}.gz`);
const check = (database: OpenDatabase) => checkDatabase(database, { folder: MIGRATIONS });

async function filled(database: OpenDatabase): Promise<AthleteId> {
  const { athleteId } = await createTestAthlete(database);
  const run = runAsAthlete(database, athleteId);
  await run(createAthleteRows);
  // A title that looks like the backup's own lines.
  const title = '{"end":true}\n{"table":"users"}';
  await run(({ db }) => db.execute(sql`update activities set title = ${title}, load = 0.1 + 0.2`));
  await run((tx) => enqueueEvent(tx, { name: "days/changed", data: { athleteId } }));
  return athleteId;
}

function everything(database: OpenDatabase): Promise<string[]> {
  const read = async (tx: Tx) => {
    const all: string[] = [];
    for (const table of await tablesInOrder(tx)) {
      const found = await tx.execute(
        sql`select to_jsonb(t)::text as row from ${sql.identifier(table)} t order by 1`,
      );
      all.push(...rows<{ row: string }>(found).map(({ row }) => `${table} ${row}`));
    }
    return all;
  };
  return database.transaction(["SET LOCAL TIME ZONE 'UTC'"], read);
}

eachDatabase("back-up", (databases) => {
  it("restores every row, also into the other kind of database", async () => {
    const source = await databases.create();
    const athleteId = await filled(source);
    const before = await everything(source);
    const file = fileOf(`${databases.driver}-whole`);
    await backupDatabase(source, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    for (const target of [await databases.create(), await createTestDatabase()]) {
      await restoreDatabase(target, file);
      expect(await everything(target)).toEqual(before);
      // The outbox goes on counting where it was.
      await runAsAthlete(
        target,
        athleteId,
      )((tx) => enqueueEvent(tx, { name: "days/changed", data: { athleteId } }));
      expect(await check(target)).toEqual([]);
    }
  });

  it("is restored only into an empty database", async () => {
    const source = await databases.create();
    await filled(source);
    const file = fileOf(`${databases.driver}-again`);
    await backupDatabase(source, file);
    await expect(restoreDatabase(source, file)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is refused when it is cut short, foreign or of another schema, and leaves nothing", async () => {
    const source = await databases.create();
    await filled(source);
    const file = fileOf(`${databases.driver}-part`);
    await backupDatabase(source, file);
    const lines = gunzipSync(readFileSync(file)).toString().split("\n");
    const damaged = {
      "cut in the middle": readFileSync(file).subarray(0, 2000),
      "cut between lines": gzipSync(lines.slice(0, -2).join("\n")),
      "no backup": Buffer.from("hello"),
      "other JSON": gzipSync('{"format":"something"}\n'),
      "another schema": gzipSync(
        [lines[0]?.replace(/"hash":"../, '"hash":"zz'), ...lines.slice(1)].join("\n"),
      ),
      empty: Buffer.alloc(0),
    };
    const target = await databases.create();
    for (const [name, bytes] of Object.entries(damaged)) {
      const at = fileOf(`${databases.driver}-damaged`);
      writeFileSync(at, bytes);
      const code = name === "another schema" ? "conflict" : "invalid_input";
      await expect(restoreDatabase(target, at), name).rejects.toMatchObject({ code });
      expect(await everything(target), name).toEqual([]);
    }
  });

  it("leaves no partial file behind when it fails", async () => {
    const source = await databases.create();
    await source.db.execute(sql`drop table formline_migrations`);
    await expect(backupDatabase(source, fileOf("never"))).rejects.toMatchObject({
      code: "conflict",
    });
    expect(readdirSync(scratch).filter((name) => name.includes("never"))).toEqual([]);
  });
});

eachDatabase("the check", (databases) => {
  let database: OpenDatabase;
  let other: AthleteId;
  beforeAll(async () => {
    database = await databases.create();
    await filled(database);
    other = (await createTestAthlete(database)).athleteId;
  });

  /** What is found after the damage, which is undone again. */
  async function problemsAfter(...damage: SQL[]): Promise<string[]> {
    let problems: string[] = [];
    const undone = database.transaction([], async (tx) => {
      for (const statement of damage) await tx.execute(statement);
      problems = await databaseProblems(tx, MIGRATIONS);
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    return problems;
  }

  it("finds nothing in a sound database", async () => {
    expect(await check(database)).toEqual([]);
  });

  it.each([
    ["alter table activities no force row level security", /^1 tables without forced row-level/],
    ["alter table check_ins disable row level security", /^1 tables without forced row-level/],
    ["update daily_loads set day = '2026-03-11'", /load series leaves out/],
    ["delete from daily_loads; delete from job_events", /no load series/],
    ["delete from athlete_schedules", /^2 athletes whose morning is not scheduled/],
    ["update import_batches set status = 'finished'", /still wait/],
    ["delete from formline_migrations where position > 1", /pending/],
    ["update formline_migrations set hash = 'x' where position = 1", /another form/],
    ["drop table formline_migrations", /never been migrated/],
  ])("finds what %s leaves behind", async (damage, finding) => {
    const problems = await problemsAfter(...damage.split("; ").map((text) => sql.raw(text)));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(finding);
  });

  it("finds rows that cross from one athlete to another", async () => {
    const moved = sql`update activities set athlete_id = ${other}`;
    expect(await problemsAfter(moved, sql`delete from daily_loads`)).toEqual([
      expect.stringMatching(/source file is another athlete's/),
      expect.stringMatching(/streams of another athlete's/),
      expect.stringMatching(/recordings of another athlete's/),
      expect.stringMatching(/no load series/),
    ]);
  });
});

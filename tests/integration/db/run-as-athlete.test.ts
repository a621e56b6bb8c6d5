import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { lookUpAsSystem } from "@/db/look-up-as-system";
import { runAsAthlete } from "@/db/run-as-athlete";
import { runAsSystem } from "@/db/run-as-system";
import { athletes, contextEvents, jobEvents, users } from "@/db/schema";
import type { AthleteId } from "@/lib/ids";
import { createTestAthlete, type TestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const NOTE = { kind: "note", title: "Hills", fromDay: "2026-01-01", toDay: "2026-01-01" } as const;

function noteOf(athleteId: AthleteId): typeof contextEvents.$inferInsert {
  return { ...NOTE, athleteId } as unknown as typeof contextEvents.$inferInsert;
}

/** The database's own words, which drizzle keeps as the cause. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "no refusal";
  } catch (error) {
    const cause = (error as Error).cause;
    return cause instanceof Error ? cause.message : (error as Error).message;
  }
}

eachDatabase("the athlete's transaction", (databases) => {
  const statements: string[] = [];
  let database: OpenDatabase;
  let a: TestAthlete;
  let b: TestAthlete;

  beforeAll(async () => {
    database = await databases.create({ onRoundTrip: (text) => statements.push(text) });
    a = await createTestAthlete(database);
    b = await createTestAthlete(database);
    await runAsAthlete(
      database,
      b.athleteId,
    )(({ db }) => db.insert(contextEvents).values(noteOf(b.athleteId)));
  });

  it("shows only the athlete's rows to a select that forgot its where", async () => {
    const seen = await runAsAthlete(
      database,
      a.athleteId,
    )(async ({ db }) => ({
      events: await db.select().from(contextEvents),
      athletes: await db.select({ id: athletes.id }).from(athletes),
    }));
    expect(seen).toEqual({ events: [], athletes: [{ id: a.athleteId }] });
    const own = await runAsAthlete(
      database,
      b.athleteId,
    )(({ db }) => db.select().from(contextEvents));
    expect(own).toHaveLength(1);
  });

  it("shows no row to the role without an athlete", async () => {
    const seen = await database.transaction(["SET LOCAL ROLE formline_app"], async (db) => ({
      events: await db.select().from(contextEvents),
      athletes: await db.select().from(athletes),
    }));
    expect(seen).toEqual({ events: [], athletes: [] });
  });

  it("refuses a row of another athlete and changes none", async () => {
    const asA = runAsAthlete(database, a.athleteId);
    expect(
      await refusal(asA(({ db }) => db.insert(contextEvents).values(noteOf(b.athleteId)))),
    ).toContain("row-level security");
    const updated = await asA(({ db }) =>
      db.update(contextEvents).set({ title: "Taken over" }).returning(),
    );
    const deleted = await asA(({ db }) => db.delete(contextEvents).returning());
    expect([updated, deleted]).toEqual([[], []]);
  });

  it("lets an event out only about the athlete itself, and lets none be read", async () => {
    const event = (athleteId: AthleteId) => ({ name: "days/changed", data: { athleteId } });
    const asA = runAsAthlete(database, a.athleteId);
    await asA(({ db }) => db.insert(jobEvents).values(event(a.athleteId)));
    expect(
      await refusal(asA(({ db }) => db.insert(jobEvents).values(event(b.athleteId)))),
    ).toContain("row-level security");
    expect(await refusal(asA(({ db }) => db.select().from(jobEvents)))).toContain("denied");
    expect(await refusal(asA(({ db }) => db.select().from(users)))).toContain("denied");
  });

  it("writes nothing when it is read-only", async () => {
    const read = runAsAthlete(database, a.athleteId, "read-only");
    expect(await read(({ db }) => db.select().from(contextEvents))).toEqual([]);
    expect(
      await refusal(read(({ db }) => db.insert(contextEvents).values(noteOf(a.athleteId)))),
    ).toContain("read-only transaction");
  });

  it("undoes everything when the work fails, and leaves the connection usable", async () => {
    const asA = runAsAthlete(database, a.athleteId);
    const failing = asA(async ({ db }) => {
      await db.insert(contextEvents).values(noteOf(a.athleteId));
      throw new Error("after the insert");
    });
    await expect(failing).rejects.toThrow("after the insert");
    expect(await asA(({ db }) => db.select().from(contextEvents))).toEqual([]);
    const role = await lookUpAsSystem(database)(({ db }) =>
      db.execute(
        sql`select current_user::text as role, current_setting('app.athlete_id', true) as id`,
      ),
    );
    const [row] = (role as unknown as { rows: { role: string; id: string | null }[] }).rows;
    expect(row?.role).not.toBe("formline_app");
    expect(row?.id ?? "").toBe("");
  });

  it("refuses a transaction inside a transaction instead of waiting for itself", async () => {
    const asA = runAsAthlete(database, a.athleteId);
    await expect(asA(() => asA(() => Promise.resolve()))).rejects.toThrow("open already");
    await expect(asA(() => runAsSystem(database)(() => Promise.resolve()))).rejects.toThrow(
      "open already",
    );
    await expect(Promise.all([asA(async () => 1), asA(async () => 2)])).resolves.toEqual([1, 2]);
  });

  it("lets nothing but a UUID become part of a statement", () => {
    const id = `${a.athleteId}'; reset role; --` as AthleteId;
    expect(() => runAsAthlete(database, id)).toThrow("not found");
  });

  describe("cost", () => {
    it.runIf(databases.driver === "postgres")("is n + 2 round trips for n statements", async () => {
      statements.length = 0;
      const before = database.roundTrips();
      await runAsAthlete(
        database,
        a.athleteId,
      )(async ({ db }) => {
        await db.select().from(contextEvents);
        await db.select().from(contextEvents);
      });
      expect(database.roundTrips() - before).toBe(4);
      expect(statements[0]).toMatch(/^BEGIN; .*SET LOCAL ROLE formline_app; SET LOCAL app/);
      expect(statements.at(-1)).toBe("COMMIT");
    });

    it("is one round trip for a look-up", async () => {
      const before = database.roundTrips();
      await lookUpAsSystem(database)(({ db }) => db.select().from(users));
      expect(database.roundTrips() - before).toBe(1);
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { runAsAthlete } from "@/db/run-as-athlete";
import { athletes, contextEvents } from "@/db/schema";
import { createTestDatabase } from "@/tests/support/pglite-database";
import { createTestAthlete } from "@/tests/support/test-athlete";

describe("runAsAthlete", () => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it("shows an athlete its own rows only", async () => {
    const a = await createTestAthlete(database);
    const b = await createTestAthlete(database);
    const event = { kind: "note", title: "x", fromDay: "2026-01-01", toDay: "2026-01-01" } as never;
    await runAsAthlete(
      database,
      b.athleteId,
    )(({ db, athleteId }) =>
      db.insert(contextEvents).values({ ...(event as object), athleteId } as never),
    );
    const asA = runAsAthlete(database, a.athleteId);
    expect(await asA(({ db }) => db.select().from(contextEvents))).toEqual([]);
    expect(await asA(({ db }) => db.select({ id: athletes.id }).from(athletes))).toEqual([
      { id: a.athleteId },
    ]);
  });
});

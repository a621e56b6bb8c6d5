import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { type AthleteContext, athleteContextForJob } from "@/lib/auth/context";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { addContext } from "@/lib/services/add-context";
import { changeContext, removeContext } from "@/lib/services/change-context";
import { createTestAthlete } from "../../support/test-athlete";
import { eachDatabase } from "../../support/test-databases";

vi.stubEnv("LOG_LEVEL", "error");

eachDatabase("what the athlete tells of days", (databases) => {
  let database: OpenDatabase;
  let ctx: AthleteContext;
  const today = localDayAt(new Date(), "Europe/Paris");
  const entry = { kind: "injury", title: "Left calf", fromDay: today } as const;

  const entries = async () =>
    (await ctx.tx((tx) => contextEventsBetween(tx, addDays(today, -30), addDays(today, 30)))).map(
      ({ kind, title, fromDay, toDay }) => [kind, title, fromDay, toDay],
    );

  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
    const { athleteId } = await createTestAthlete(database);
    ctx = await athleteContextForJob(athleteId);
  });
  afterAll(() => setDatabase(null));

  it("is added, ended, changed and deleted", async () => {
    const { id } = await addContext(ctx, { ...entry, toDay: addDays(today, 9) });
    expect(await entries()).toEqual([["injury", "Left calf", today, addDays(today, 9)]]);
    await changeContext(ctx, { id, title: "Left calf, better", fromDay: today, toDay: today });
    expect(await entries()).toEqual([["injury", "Left calf, better", today, today]]);
    await removeContext(ctx, id);
    expect(await entries()).toEqual([]);
  });

  it("is nobody else's to change", async () => {
    const { id } = await addContext(ctx, { ...entry, toDay: today });
    const { athleteId } = await createTestAthlete(database);
    const other = await athleteContextForJob(athleteId);
    const input = { id, title: "Mine", fromDay: today, toDay: today };
    await expect(changeContext(other, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeContext(other, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeContext(ctx, "no-id")).rejects.toMatchObject({ code: "not_found" });
    expect(await entries()).toHaveLength(1);
  });
});

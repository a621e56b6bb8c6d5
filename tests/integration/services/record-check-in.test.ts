import { beforeEach, expect, it } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { checkInsBetween } from "@/db/queries/morning-history";
import { runAsAthlete } from "@/db/run-as-athlete";
import { type AthleteContext, athleteContextForJob } from "@/lib/auth/context";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { recordCheckIn } from "@/lib/services/record-check-in";
import { createTestAthlete, type TestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const DAY_MS = 86_400_000;
const answers = (all: number) => ({
  ...{ readiness: all, soreness: all, mood: all, stress: all },
  ...{ hasSymptoms: false, note: null },
});

eachDatabase("check-ins that arrive late", (databases) => {
  let database: OpenDatabase;
  let athlete: TestAthlete;
  let ctx: AthleteContext;

  beforeEach(async () => {
    database ??= await databases.create();
    setDatabase(database);
    athlete = await createTestAthlete(database);
    ctx = await athleteContextForJob(athlete.athleteId);
    return () => setDatabase(null);
  });

  const agoMs = (ms: number) => new Date(ctx.now.getTime() - ms);
  const kept = () => {
    const today = localDayAt(ctx.now, ctx.timeZone);
    return runAsAthlete(
      database,
      athlete.athleteId,
    )((tx) => checkInsBetween(tx, addDays(today, -9), addDays(today, 1)));
  };

  it("belong to the day on which they were given, by the athlete's clock", async () => {
    const given = agoMs(2 * DAY_MS);
    const { day } = await recordCheckIn(ctx, answers(4), given);
    expect(day).toBe(localDayAt(given, ctx.timeZone));
    expect(await kept()).toMatchObject([{ day, readiness: 4, createdAt: given }]);
  });

  it("change nothing when they arrive twice, or after a later answer of the same day", async () => {
    await recordCheckIn(ctx, answers(2), agoMs(1000));
    await recordCheckIn(ctx, answers(2), agoMs(1000));
    await recordCheckIn(ctx, answers(5), agoMs(2000));
    expect((await kept()).map(({ mood }) => mood)).toEqual([2]);
    await recordCheckIn(ctx, answers(3));
    expect((await kept()).map(({ mood }) => mood)).toEqual([3]);
  });

  it("are not of tomorrow where a phone's clock is ahead, and not taken after a week", async () => {
    const ahead = new Date(ctx.now.getTime() + 2 * DAY_MS);
    const { day } = await recordCheckIn(ctx, answers(4), ahead);
    expect(day).toBe(localDayAt(ctx.now, ctx.timeZone));
    const old = recordCheckIn(ctx, answers(4), agoMs(8 * DAY_MS));
    await expect(old).rejects.toMatchObject({ code: "invalid_input" });
  });
});

import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { setDatabase } from "@/db/client";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { recordResponse } from "@/db/mutations/record-response";
import { runAsAthlete } from "@/db/run-as-athlete";
import { runAsSystem } from "@/db/run-as-system";
import { mornings } from "@/db/schema";
import type { AthleteContext } from "@/lib/auth/context";
import { athleteContextForJob } from "@/lib/auth/context";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { answerMornings } from "@/lib/services/answer-mornings";
import { replayMorning } from "@/lib/services/replay-morning";
import { createTestAthlete, type TestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const NIGHTS = 40;

eachDatabase("replays", (databases) => {
  let database: OpenDatabase;
  let athlete: TestAthlete;
  let ctx: AthleteContext;
  let today: LocalDate;

  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
    athlete = await createTestAthlete(database);
    ctx = await athleteContextForJob(athlete.athleteId);
    today = localDayAt(ctx.now, ctx.timeZone);
    // Thirds and sevenths: numbers that no decimal holds.
    const nights = Array.from({ length: NIGHTS }, (_, i) => ({
      ...{ day: addDays(today, -i), source: "garmin:sleep" },
      ...{ sleepS: Math.round(25_000 + 4000 * Math.sin(i)), hrvRmssdMs: 54 + (i % 7) / 3 },
      ...{ restingHrBpm: 48 + (i % 3), stressAvg: 25 + (i % 11), sleepScore: 60 + (i % 30) },
    }));
    await runAsAthlete(database, athlete.athleteId)((tx) => mergeWellnessDays(tx, nights));
    await answerMornings(ctx, addDays(today, 1 - NIGHTS));
    return () => setDatabase(null);
  }, 60_000);

  const change = (day: LocalDate, values: Partial<typeof mornings.$inferInsert>) =>
    runAsSystem(database)(({ db }) =>
      db
        .update(mornings)
        .set(values)
        .where(and(eq(mornings.athleteId, athlete.athleteId), eq(mornings.day, day))),
    );

  it("gives every morning again bit for bit from what was kept of it", async () => {
    for (let i = 0; i < NIGHTS; i++) {
      const replay = await replayMorning(ctx, addDays(today, -i));
      for (const part of ["recovery", "decision", "recommendation"] as const) {
        expect(replay?.[part].now, `${part}, ${i} days ago`).not.toBeNull();
        expect(replay?.[part].differences).toEqual([]);
      }
      expect(replay?.isAnswered).toBe(false);
    }
    expect(await replayMorning(ctx, addDays(today, -NIGHTS))).toBeNull();
  });

  it("names what another version had answered", async () => {
    const day = addDays(today, -3);
    const before = await replayMorning(ctx, day);
    const kept = before?.recovery.kept;
    if (!kept) throw new Error("There is no answer to change.");
    await change(day, { recovery: { ...kept, score: 12.5, formula: "REC-1@0" } });
    const replay = await replayMorning(ctx, day);
    expect(replay?.recovery.differences).toEqual(
      expect.arrayContaining([
        { at: "score", kept: "12.5", now: JSON.stringify(kept.score) },
        { at: "formula", kept: '"REC-1@0"', now: JSON.stringify(kept.formula) },
      ]),
    );
    expect(replay?.decision.differences).toEqual([]);
  });

  it("knows that the athlete has answered the workout", async () => {
    const run = runAsAthlete(database, athlete.athleteId);
    const day = addDays(today, -5);
    await run((tx) =>
      recordResponse(tx, day, { response: "kept", chosen: null, respondedAt: ctx.now }),
    );
    expect((await replayMorning(ctx, day))?.isAnswered).toBe(true);
  });
});

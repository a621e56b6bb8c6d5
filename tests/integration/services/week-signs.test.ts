import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { saveCheckIn } from "@/db/mutations/save-check-in";
import { saveDailyLoads } from "@/db/mutations/save-daily-loads";
import { morningOn } from "@/db/queries/morning-on";
import { type AthleteContext, athleteContextForJob } from "@/lib/auth/context";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { answerMornings } from "@/lib/services/answer-mornings";
import { decideReadiness } from "@/lib/services/decide-readiness";
import { recommendMorning } from "@/lib/services/recommend-morning";
import { scoreRecovery } from "@/lib/services/score-recovery";
import { trainingDays } from "@/lib/training/load/training-days";
import { createTestAthlete } from "../../support/test-athlete";
import { eachDatabase } from "../../support/test-databases";

vi.stubEnv("LOG_LEVEL", "error");
const DAYS = 100;

eachDatabase("the signs of a week", (databases) => {
  let database: OpenDatabase;
  let ctx: AthleteContext;
  let today: LocalDate;

  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
    const { athleteId } = await createTestAthlete(database);
    ctx = await athleteContextForJob(athleteId);
    today = localDayAt(ctx.now, ctx.timeZone);
    const agos = Array.from({ length: DAYS }, (_, i) => DAYS - 1 - i);
    // Three weeks off, then a fortnight of which the body takes more than it gives back.
    const loads = agos.map((ago) => (ago > 30 ? 60 : ago > 9 ? 0 : 70));
    const rows = trainingDays(Float64Array.from(loads)).map((row, i) => ({
      ...{ ...row, sport: "all", durationS: 3600, formula: "test" },
      day: addDays(today, -(agos[i] ?? 0)),
    }));
    await ctx.tx(async (tx) => {
      const nights = agos.map((ago) => ({
        ...{ day: addDays(today, -ago), source: "garmin:sleep", sleepS: 27_000 },
        ...{ hrvRmssdMs: (ago < 10 ? 52 : 60) + (ago % 3), stressAvg: 30 },
        restingHrBpm: (ago < 10 ? 53 : 49) + (ago % 2),
      }));
      await mergeWellnessDays(tx, nights);
      await saveDailyLoads(tx, addDays(today, 1 - DAYS), rows);
      for (const ago of agos.filter((ago) => ago < 40)) {
        const felt = ago < 9 ? 2 : 4;
        await saveCheckIn(tx, {
          ...{ day: addDays(today, -ago), readiness: felt, soreness: felt, mood: felt },
          ...{ stress: felt, hasSymptoms: false, note: null },
        });
      }
    });
  });
  afterAll(() => setDatabase(null));

  it("are the same to the morning's steps as to an answer on the screen", async () => {
    const answered = async () => {
      const morning = await ctx.tx((tx) => morningOn(tx, today));
      if (morning === null) throw new Error("There is no answer.");
      const { recovery, decision, recommendation, inputs } = morning;
      return { recovery, decision, recommendation, inputs };
    };
    await scoreRecovery(ctx, today);
    await decideReadiness(ctx, today);
    await recommendMorning(ctx, today, { asked: 0, unreached: [], asOf: ctx.now.getTime() });
    const bySteps = await answered();
    await answerMornings(ctx, today);
    expect(await answered()).toEqual(bySteps);
    const lasting = bySteps.decision.signals.find(({ name }) => name === "lasting");
    expect(lasting).toMatchObject({ colour: "red", value: 3 });
    expect(bySteps.inputs).toMatchObject({
      readiness: { loadAfterBreak: expect.any(Number), fitness: expect.any(Number) },
    });
  });
});

import { asc, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { saveAiSettings } from "@/db/mutations/ai-settings";
import { insightsOn } from "@/db/queries/insights-on";
import { lastModelCalls } from "@/db/queries/model-calls";
import { rows } from "@/db/rows";
import { runAsSystem } from "@/db/run-as-system";
import { insightBatches } from "@/db/schema";
import { dispatchDueBatches } from "@/inngest/functions/dispatch-weekly-batches";
import { writeInsightBatch } from "@/inngest/functions/write-insight-batch";
import { type Jobs, startJobs } from "@/inngest/start-jobs";
import { type AthleteContext, athleteContextForJob, systemContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { createLogger } from "@/lib/logger";
import { configuredModel } from "@/tests/support/anthropic/configured-model";
import { saveShortNights } from "@/tests/support/short-nights";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const server = await configuredModel();

/** Half past one in Zurich, before the Monday's hour. */
const NIGHT = Date.parse("2026-11-23T00:30:00Z");
const SUNDAY = localDate("2026-11-22");
const HOUR_MS = 3_600_000;

eachDatabase("a week's insights, as a job", (databases) => {
  let database: OpenDatabase;
  let jobs: Jobs | null = null;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(NIGHT);
    server.recover();
    server.always("well");
    server.endBatchesAfter(0);
    server.forgetBatches();
    database = await databases.create();
    setDatabase(database);
  });
  afterEach(async () => {
    await jobs?.stop();
    jobs = null;
    vi.useRealTimers();
    setDatabase(null);
  });

  /** Lets the jobs do what is due until then, a few minutes at a time. */
  const pass = async (hours: number, minutes = 5) => {
    const until = Date.now() + hours * HOUR_MS;
    while (Date.now() < until) {
      vi.setSystemTime(Math.min(until, Date.now() + minutes * 60_000));
      jobs ??= await startJobs({
        mode: { kind: "embedded" },
        functions: (inngest) =>
          [dispatchDueBatches, writeInsightBatch].map((define) => define(inngest)),
        runAsSystem: runAsSystem(database),
        log: createLogger("silent"),
        isAlone: true,
        // Tries again when the clock is moved on next.
        retryDelay: () => 1,
      });
      await jobs.drain();
    }
  };
  const athlete = async () => {
    const { athleteId } = await createTestAthlete(database, { timeZone: "Europe/Zurich" });
    const ctx = await athleteContextForJob(athleteId);
    await ctx.tx((tx) => saveAiSettings(tx, { consentedAt: ctx.now }, ctx.now));
    await saveShortNights(ctx, SUNDAY, 0);
    return ctx;
  };
  const texts = async (ctx: AthleteContext) =>
    (await ctx.tx((tx) => insightsOn(tx, new Date()))).map((one) => one.writtenBy);
  const outcomes = async (ctx: AthleteContext) =>
    (await ctx.tx((tx) => lastModelCalls(tx, 99))).map(({ outcome }) => outcome);
  const batches = () =>
    systemContext().tx(({ db }) =>
      db.select().from(insightBatches).orderBy(asc(insightBatches.attempt)),
    );
  const runs = () =>
    runAsSystem(database)(async ({ db }) =>
      rows<{ status: string; steps: string[] }>(
        await db.execute(sql`
          select r.status, array_agg(s.name order by s.seq) as steps
          from job_runs r join job_steps s on s.run_id = r.id
          where r.function_id like '%write-insight-batch'
          group by r.id, r.status, r.created_at order by r.created_at`),
      ),
    );

  it("is found on Monday at two, sent, followed, taken and deleted", async () => {
    const [a, b] = [await athlete(), await athlete()];
    server.endBatchesAfter(2);
    // A look at 00:53 UTC, none of the Monday's yet.
    await pass(0.4, 12);
    expect(await batches()).toEqual([]);
    await pass(0.6);
    for (const ctx of [a, b]) {
      expect(await outcomes(ctx)).toEqual(["ok"]);
      expect(new Set(await texts(ctx))).toEqual(new Set(["model"]));
    }
    expect(await batches()).toMatchObject([{ state: "done", size: 2, attempt: 1 }]);
    expect(server.batchIds()).toEqual([]);
    expect(await runs()).toEqual([
      {
        status: "completed",
        steps: [
          ...["send", "wait 1", "look 1", "wait 2", "look 2", "wait 3", "look 3"],
          ...["take the results", "ask again", "delete"],
        ],
      },
    ]);
  });

  it("leaves the rules' words, and nothing at the provider, where it cannot be sent", async () => {
    const ctx = await athlete();
    server.fail({ path: /batches$/, status: 400, times: 1000 });
    await pass(2.5);
    expect(server.batchIds()).toEqual([]);
    // Once, and twice more in a batch of its own.
    expect(await batches()).toMatchObject(
      [1, 2, 3].map((attempt) => ({ state: "done", attempt, providerId: null })),
    );
    expect(await outcomes(ctx)).toEqual(["expired", "expired", "expired"]);
    const told = await texts(ctx);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told)).toEqual(new Set(["rules"]));
    for (const { status, steps } of await runs()) {
      expect(status).toBe("completed");
      expect(steps).toEqual(["send", "take the results", "ask again", "delete"]);
    }
  });
});

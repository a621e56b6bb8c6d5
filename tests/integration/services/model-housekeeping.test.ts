import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { runAsSystem } from "@/db/run-as-system";
import { jobRuns, modelCalls, sentFacts } from "@/db/schema";
import { watchModelSpendingHourly } from "@/inngest/functions/watch-model-spending";
import { startJobs } from "@/inngest/start-jobs";
import { type AthleteContext, athleteContextForJob, systemContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { createLogger } from "@/lib/logger";
import { checkHealth } from "@/lib/services/check-health";
import { cleanUp } from "@/lib/services/clean-up";
import { collectMetrics } from "@/lib/services/collect-metrics";
import { watchModelSpending } from "@/lib/services/watch-model-spending";
import { configuredModel } from "@/tests/support/anthropic/configured-model";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

await configuredModel();

const DAY_MS = 86_400_000;
/** A Monday at noon, so that no test depends on when it runs. */
const NOON = new Date("2026-11-23T12:00:00Z");
const CALL = {
  feature: "daily" as const,
  day: localDate("2026-11-23"),
  ...{ model: "claude-haiku-5-5", outcome: "ok" as const },
};

const daysBefore = (days: number) => new Date(NOON.getTime() - days * DAY_MS);

eachDatabase("the language model's ledger", (databases) => {
  let database: OpenDatabase;
  let ctx: AthleteContext;
  let other: AthleteContext;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOON });
    database = await databases.create();
    setDatabase(database);
    ctx = await athleteContextForJob((await createTestAthlete(database)).athleteId);
    other = await athleteContextForJob((await createTestAthlete(database)).athleteId);
  });
  afterEach(() => {
    vi.useRealTimers();
    setDatabase(null);
  });

  const spend = (of: AthleteContext, costUsd: number, createdAt: Date) =>
    of.tx(async ({ db, athleteId }) => {
      const [call] = await db
        .insert(modelCalls)
        .values({ athleteId, ...CALL, costUsd, createdAt })
        .returning({ id: modelCalls.id });
      const callId = call?.id ?? "";
      await db.insert(sentFacts).values({ athleteId, callId, facts: Buffer.from("sealed") });
    });
  /** Seven days of a dollar for all together. */
  const aUsualWeek = async () => {
    for (let ago = 1; ago <= 7; ago++) await spend(ago % 2 ? ctx : other, 1, daysBefore(ago));
  };
  const gauge = async () =>
    /^claude_cost_unusual_times (.+)$/m.exec(await collectMetrics(systemContext()))?.[1];
  const warned = async () => {
    const lines: string[] = [];
    const log = createLogger("warn", { write: (line) => void lines.push(line) });
    await watchModelSpending({ ...systemContext(), log });
    return lines.map((line) => JSON.parse(line));
  };
  const costProblems = async () =>
    (await checkHealth(systemContext())).problems.filter((one) => one.includes("costs"));

  it("tells nobody of a day just below three times the mean of the week", async () => {
    await aUsualWeek();
    await spend(ctx, 2.99, NOON);
    expect(await gauge()).toBe("0");
    expect(await warned()).toEqual([]);
    expect(await costProblems()).toEqual([]);
  });

  it("tells of three times the mean in the log, to Prometheus and under Operations", async () => {
    await aUsualWeek();
    // What was eight days ago is no part of the week.
    await spend(ctx, 50, daysBefore(8));
    await spend(ctx, 2, NOON);
    await spend(other, 1.5, NOON);
    expect(await gauge()).toBe("3.5");
    const [line, ...more] = await warned();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ level: "warn", times: 3.5, todayUsd: 3.5 });
    expect(JSON.stringify(line)).not.toContain(ctx.athleteId);
    expect(await costProblems()).toEqual([
      "The language model costs 3.5 times as much today as on a day of last week.",
    ]);
  });

  it("has nothing to hold the first day against", async () => {
    await spend(ctx, 9, NOON);
    expect(await gauge()).toBe("0");
    expect(await warned()).toEqual([]);
  });

  it("looks once in every hour, by the clock", async () => {
    await aUsualWeek();
    await spend(ctx, 4, NOON);
    let clock = new Date("2026-11-23T12:28:59Z");
    const jobs = await startJobs({
      ...{ mode: { kind: "embedded" }, isAlone: true, log: createLogger("silent") },
      ...{ runAsSystem: runAsSystem(database), clock: () => clock },
      functions: (inngest) => [watchModelSpendingHourly(inngest)],
    });
    const outputs = async () => {
      await jobs.drain();
      return systemContext().tx(({ db }) => db.select({ of: jobRuns.output }).from(jobRuns));
    };
    expect(await outputs()).toEqual([]);
    for (const hour of ["12:29", "12:30", "13:29"]) {
      clock = new Date(`2026-11-23T${hour}:00Z`);
      await outputs();
    }
    const all = await outputs();
    expect(all).toHaveLength(2);
    for (const { of } of all) expect(of).toMatchObject({ value: { times: 4 } });
    await jobs.stop();
  });

  it("loses at night what is older than thirty days, of everybody, and nothing younger", async () => {
    for (const whose of [ctx, other]) {
      for (const days of [0, 29.9, 30.1, 90]) await spend(whose, days, daysBefore(days));
    }
    await cleanUp(systemContext());
    for (const whose of [ctx, other]) {
      const left = await whose.tx(async ({ db }) => ({
        calls: await db.select({ usd: modelCalls.costUsd }).from(modelCalls),
        sent: await db.select({ of: sentFacts.callId }).from(sentFacts),
      }));
      expect(left.calls.map(({ usd }) => usd).toSorted()).toEqual([0, 29.9]);
      expect(left.sent).toHaveLength(2);
    }
  });

  it("is emptied in one night, however many asked", async () => {
    await ctx.tx(({ db, athleteId }) =>
      db.execute(sql`
        insert into model_calls (athlete_id, feature, day, model, created_at)
        select ${athleteId}, 'daily', '2026-01-01', 'x', '2026-01-01'
        from generate_series(1, 20001)`),
    );
    await cleanUp(systemContext());
    expect(await ctx.tx(({ db }) => db.select().from(modelCalls))).toEqual([]);
  });
});

import { count, countDistinct, desc, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { saveAiSettings } from "@/db/mutations/ai-settings";
import { instanceModelCost, lastModelCalls } from "@/db/queries/model-calls";
import { athletes, insightBatches, modelCalls } from "@/db/schema";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import {
  type AthleteContext,
  athleteContextForJob,
  type SystemContext,
  systemContext,
} from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { dispatchWeeklyBatches } from "@/lib/services/dispatch-weekly-batches";
import { endBatchCall } from "@/lib/services/end-batch-call";
import { endLeftBatches } from "@/lib/services/end-left-batches";
import { deleteInsightBatch, retryInsightBatch } from "@/lib/services/finish-insight-batch";
import { followInsightBatch, pollDelayS } from "@/lib/services/follow-insight-batch";
import { startOfMonth } from "@/lib/services/may-ask-model";
import { sendInsightBatch, type TaskFor } from "@/lib/services/send-insight-batch";
import { showSentFacts } from "@/lib/services/show-sent-facts";
import { type TakeAnswer, takeInsightResults } from "@/lib/services/take-insight-results";
import { configuredModel } from "@/tests/support/anthropic/configured-model";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const server = await configuredModel();

const MONDAY = localDate("2026-11-23");
/** Three o'clock in Zurich, four in Helsinki, still Sunday in New York. */
const NOW = new Date("2026-11-23T02:00:00Z");
const FORMAT = z.object({ insights: z.array(z.object({ text: z.string() })) });
type Texts = z.infer<typeof FORMAT>;

eachDatabase("a week's insights in a batch", (databases) => {
  let database: OpenDatabase;
  const written: { athleteId: string; text: string | null }[] = [];
  beforeEach(async () => {
    server.recover();
    server.always("well");
    server.endBatchesAfter(0);
    server.stopBatchesAfter(0);
    server.forgetBatches();
    written.length = 0;
    database = await databases.create();
    setDatabase(database);
  });
  afterEach(() => setDatabase(null));

  const at = (now = NOW): SystemContext => ({ ...systemContext(), now });
  const athlete = async (timeZone = "Europe/Zurich", consentedAt: Date | null = NOW) => {
    const { athleteId } = await createTestAthlete(database, { timeZone });
    const ctx = await athleteContextForJob(athleteId);
    await ctx.tx((tx) => saveAiSettings(tx, { consentedAt }, NOW));
    return ctx;
  };
  const batches = () =>
    systemContext().tx(({ db }) =>
      db.select().from(insightBatches).orderBy(insightBatches.attempt),
    );
  const calls = (ctx: AthleteContext) => ctx.tx((tx) => lastModelCalls(tx, 99));
  const taskFor: TaskFor<Texts> = async ({ athleteId }, week) => {
    const sent = JSON.stringify({ findings: [{ detector: "d", text: `Of ${athleteId}.` }] });
    return {
      ...{ feature: "weekly", day: week, promptHash: "p", sent, format: FORMAT },
      ...{ prefix: "How to write. ".repeat(200), turns: [{ role: "user", text: sent }] },
    };
  };
  const takeAnswer: TakeAnswer<Texts> = async (ctx, { callId }, outcome) => {
    const asked = await endBatchCall(ctx, { callId, model: "claude-haiku-5-5" }, outcome);
    const text = asked.kind === "answer" ? (asked.value.insights[0]?.text ?? "") : null;
    written.push({ athleteId: ctx.athleteId, text });
  };
  const forAthlete = athleteContextForJob;
  const made = async () => {
    await dispatchWeeklyBatches(at());
    return (await batches())[0]?.id ?? "";
  };
  const send = (id: string, ctx = at()) => sendInsightBatch(ctx, id, { forAthlete, taskFor });
  const take = (id: string, ctx = at()) =>
    takeInsightResults(ctx, id, { forAthlete, format: FORMAT, takeAnswer });

  it("is made on Mondays at two where the athlete is, once, of those who agreed", async () => {
    const [zurich, helsinki] = [await athlete(), await athlete("Europe/Helsinki")];
    const newYork = await athlete("America/New_York");
    const silent = await athlete("Europe/Zurich", null);
    expect(await dispatchWeeklyBatches(at(new Date("2026-11-23T00:59:00Z")))).toEqual({
      batches: 1,
    });
    expect(await calls(helsinki)).toMatchObject([{ day: MONDAY, outcome: "waiting" }]);
    expect(await calls(zurich)).toEqual([]);
    expect(await dispatchWeeklyBatches(at())).toEqual({ batches: 1 });
    expect(await dispatchWeeklyBatches(at())).toEqual({ batches: 0 });
    expect(await calls(zurich)).toHaveLength(1);
    expect(await calls(newYork)).toEqual([]);
    // Down on Monday, up on Tuesday; on Wednesday it is too late.
    await dispatchWeeklyBatches(at(new Date("2026-11-24T12:00:00Z")));
    expect(await calls(newYork)).toHaveLength(1);
    const late = await athlete();
    await dispatchWeeklyBatches(at(new Date("2026-11-25T12:00:00Z")));
    expect(await calls(late)).toEqual([]);
    expect(await calls(silent)).toEqual([]);
    expect(await dispatchWeeklyBatches(at(new Date("2026-11-30T05:00:00Z")))).toEqual({
      batches: 1,
    });
  });

  it("is sent, followed, taken and deleted; each athlete gets their own", async () => {
    const [a, b] = [await athlete(), await athlete()];
    server.endBatchesAfter(1);
    const id = await made();
    expect(await send(id)).toEqual({ sent: 2 });
    expect(await followInsightBatch(at(), id)).toEqual({ isOver: false });
    expect(await followInsightBatch(at(), id)).toEqual({ isOver: true });
    expect(await take(id)).toEqual({ taken: 2 });
    expect(new Set(written)).toEqual(
      new Set([a, b].map(({ athleteId }) => ({ athleteId, text: `In short: Of ${athleteId}.` }))),
    );
    const [call] = await calls(a);
    expect(call).toMatchObject({ outcome: "ok", isBatch: true, feature: "weekly" });
    expect(call?.costUsd).toBeGreaterThan(0);
    expect(await showSentFacts(a, call?.id ?? "")).toContain(a.athleteId);
    expect(await retryInsightBatch(at(), id)).toEqual({ again: 0 });
    await deleteInsightBatch(at(), id);
    expect(server.batchIds()).toEqual([]);
    expect(await batches()).toMatchObject([{ state: "done", size: 2 }]);
  });

  it("is called back and deleted at the provider where the model is switched off meanwhile", async () => {
    const ctx = await athlete();
    server.endBatchesAfter(99);
    const id = await made();
    await send(id);
    expect(server.batchIds()).toHaveLength(1);
    const { ports } = systemContext();
    const former = { ...at(), ports: { ...ports, languageModel: null } as typeof ports };
    Object.assign(former.ports, { spool: null, formerModel: ports.languageModel });
    expect(await endLeftBatches(former)).toEqual({ ended: 0, left: 1 });
    expect(await endLeftBatches(former)).toEqual({ ended: 1, left: 0 });
    expect(server.batchIds()).toEqual([]);
    expect(await batches()).toMatchObject([{ state: "done" }]);
    expect(await calls(ctx)).toMatchObject([{ outcome: "expired", costUsd: 0 }]);
    expect(written).toEqual([]);
    expect(await endLeftBatches(at())).toEqual({ ended: 0, left: 0 });
  });

  it("reads the beginning of all but the first prompt from the cache", async () => {
    server.passHours(2);
    const all: AthleteContext[] = [];
    for (let i = 0; i < 8; i++) all.push(await athlete());
    const id = await made();
    await send(id);
    await take(id);
    const read = (await Promise.all(all.map(calls))).flat().map((call) => call.cacheReadTokens);
    expect(read.filter((tokens) => tokens >= 512)).toHaveLength(7);
    await deleteInsightBatch(at(), id);
  });

  it("sends again what expired or failed, twice, and leaves what was refused to the rules", async () => {
    const all = [await athlete(), await athlete(), await athlete()];
    const id = await made();
    await send(id);
    server.next("expired", "errored", "refusal");
    await take(id);
    const outcomes = (await Promise.all(all.map(calls))).flat().map((call) => call.outcome);
    expect(outcomes.sort()).toEqual(["expired", "refused", "unavailable"]);
    expect(await retryInsightBatch(at(), id)).toEqual({ again: 2 });
    // The step is repeated: nobody is asked about twice.
    expect(await retryInsightBatch(at(), id)).toEqual({ again: 0 });
    const second = (await batches())[1]?.id ?? "";
    await send(second);
    server.next("expired", "expired");
    await take(second);
    expect(await retryInsightBatch(at(), second)).toEqual({ again: 2 });
    const third = (await batches())[2]?.id ?? "";
    await send(third);
    server.next("expired", "well");
    await take(third);
    expect(await retryInsightBatch(at(), third)).toEqual({ again: 0 });
    expect(await batches()).toHaveLength(3);
    for (const batchId of [id, second, third]) await deleteInsightBatch(at(), batchId);
  });

  it("goes on by the provider's id after a crash at any step, without sending twice", async () => {
    await athlete();
    const id = await made();
    const { languageModel } = at().ports;
    if (!languageModel) throw new Error("no model");
    // Killed after the provider has it, before its id is kept.
    const killed = {
      ...languageModel,
      sendBatch: async (items: never) => {
        await languageModel.sendBatch(items);
        throw new Error("killed");
      },
    };
    const ports = { ...at().ports, spool: at().ports.spool, languageModel: killed };
    await expect(send(id, { ...at(new Date()), ports })).rejects.toThrow("killed");
    expect(await batches()).toMatchObject([{ state: "sending", providerId: null }]);
    expect(await send(id)).toEqual({ sent: 1 });
    expect(server.batchIds()).toHaveLength(1);
    // Killed after it was sent: the step is repeated.
    expect(await send(id)).toEqual({ sent: 1 });
    expect(server.batchIds()).toHaveLength(1);
    // Killed while the results were taken, and after.
    expect(await followInsightBatch(at(), id)).toEqual({ isOver: true });
    server.fail({ path: /results$/, how: "half_body" });
    await expect(take(id)).rejects.toMatchObject({ failure: "unavailable" });
    expect(await take(id)).toEqual({ taken: 1 });
    expect(await take(id)).toEqual({ taken: 1 });
    await deleteInsightBatch(at(), id);
    await deleteInsightBatch(at(), id);
    expect(await take(id)).toEqual({ taken: 0 });
    expect(new Set(written.map(({ text }) => text)).size).toBe(1);
  });

  const hours = (n: number) => at(new Date(NOW.getTime() + n * 3_600_000));
  const cancels = () => server.requests.filter(({ path }) => path.endsWith("/cancel")).length;

  it("is called off after a day and an hour, and deleted when it has stopped", async () => {
    const ctx = await athlete();
    const id = await made();
    const before = cancels();
    server.endBatchesAfter(99);
    server.stopBatchesAfter(1);
    await send(id);
    expect(await followInsightBatch(hours(24.9), id)).toEqual({ isOver: false });
    expect(cancels()).toBe(before);
    expect(await followInsightBatch(hours(25.1), id)).toEqual({ isOver: false });
    // It is being stopped: until then the provider keeps it.
    await expect(deleteInsightBatch(hours(25.1), id)).rejects.toMatchObject({ failure: "invalid" });
    expect(await followInsightBatch(hours(25.6), id)).toEqual({ isOver: false });
    expect(cancels()).toBe(before + 1);
    expect(await followInsightBatch(hours(25.9), id)).toEqual({ isOver: true });
    expect(await take(id, hours(25.9))).toEqual({ taken: 1 });
    expect(written).toEqual([{ athleteId: ctx.athleteId, text: null }]);
    expect(await calls(ctx)).toMatchObject([{ outcome: "expired" }]);
    await deleteInsightBatch(hours(25.9), id);
    expect(server.batchIds()).toEqual([]);
  });

  it("is waited for no longer where it does not stop within an hour", async () => {
    const ctx = await athlete();
    const id = await made();
    server.endBatchesAfter(99);
    server.stopBatchesAfter(99);
    await send(id);
    expect(await followInsightBatch(hours(25.9), id)).toEqual({ isOver: false });
    expect(await followInsightBatch(hours(26.1), id)).toEqual({ isOver: true });
    expect(await take(id, hours(26.1))).toEqual({ taken: 0 });
    expect(await calls(ctx)).toMatchObject([{ outcome: "expired" }]);
  });

  /** With so many US dollars a month for all athletes together. */
  const allowing = (limitUsd: number): SystemContext => {
    const { ports } = systemContext();
    const modelSpending = { ...ports.modelSpending, limitUsd };
    return { ...at(), ports: { ...ports, spool: ports.spool, modelSpending } };
  };
  const everybodysCost = () =>
    systemContext().tx((tx) => instanceModelCost(tx, startOfMonth(new Date())));
  const outcomes = async (all: readonly AthleteContext[]) =>
    (await Promise.all(all.map(calls))).flat().map(({ outcome }) => outcome);

  it("asks no more questions than everybody's budget covers, also of those that go together", async () => {
    const all = [await athlete(), await athlete(), await athlete()];
    const alone = await made();
    await send(alone);
    const { spentUsd, reservedUsd } = await everybodysCost();
    expect(spentUsd).toBe(0);
    const one = reservedUsd / 3;
    expect(one).toBeGreaterThan(0);
    // Nothing is shown as cost before it is.
    const [under] = await calls(all[0] as AthleteContext);
    expect(under).toMatchObject({ outcome: "waiting", costUsd: 0 });
    await take(alone);
    const after = await everybodysCost();
    expect(after.reservedUsd).toBe(0);
    expect(after.spentUsd).toBeGreaterThan(0);
    expect(after.spentUsd).toBeLessThan(reservedUsd);
    await deleteInsightBatch(at(), alone);

    const next = at(new Date(NOW.getTime() + 7 * 86_400_000));
    await dispatchWeeklyBatches(next);
    const second = (await batches()).find(({ state }) => state === "made")?.id ?? "";
    const limited = allowing(after.spentUsd + one * 1.5);
    expect(await send(second, limited)).toEqual({ sent: 1 });
    const last = (await Promise.all(all.map(calls))).map(([call]) => call?.outcome);
    expect(last.toSorted()).toEqual(["not_asked", "not_asked", "waiting"]);
    await take(second);
    await deleteInsightBatch(at(), second);
  });

  it("holds nothing back twice when it is sent again, and nothing for what has expired", async () => {
    const all = [await athlete(), await athlete()];
    const id = await made();
    server.fail({ path: /batches$/, status: 529 });
    await expect(send(id)).rejects.toMatchObject({ failure: "overloaded" });
    const { reservedUsd } = await everybodysCost();
    expect(await send(id, allowing(reservedUsd * 1.1))).toEqual({ sent: 2 });
    expect(await everybodysCost()).toEqual({ spentUsd: 0, reservedUsd });
    server.next("expired", "expired");
    await take(id);
    expect(await outcomes(all)).toEqual(["expired", "expired"]);
    expect(await everybodysCost()).toEqual({ spentUsd: 0, reservedUsd: 0 });
    await deleteInsightBatch(at(), id);
  });

  it("goes in chunks: nobody is in two of them, and nobody in none", async () => {
    const people = ASSISTANT_SETTINGS.batch.chunk + 1;
    await systemContext().tx(async ({ db }) => {
      await db.execute(sql`
        insert into users (id, email, email_key, name)
        select gen_random_uuid(), n || '@example.test', n || '@example.test', 'Test athlete'
        from generate_series(1, ${people}::int) n`);
      await db.execute(sql`
        insert into athletes (user_id, display_name, time_zone)
        select id, 'Test athlete', 'Europe/Zurich' from users`);
      await db.execute(sql`
        insert into ai_settings (athlete_id, consented_at) select id, now() from athletes`);
    });
    expect(await dispatchWeeklyBatches(at())).toEqual({ batches: 2 });
    const asked = await systemContext().tx(({ db }) =>
      db
        .select({ questions: count(), athletes: countDistinct(modelCalls.athleteId) })
        .from(modelCalls)
        .groupBy(modelCalls.batchId)
        .orderBy(desc(count())),
    );
    expect(asked).toEqual([
      { questions: people - 1, athletes: people - 1 },
      { questions: 1, athletes: 1 },
    ]);
    const [all] = await systemContext().tx(({ db }) =>
      db.select({ athletes: countDistinct(modelCalls.athleteId) }).from(modelCalls),
    );
    expect(all).toEqual({ athletes: people });
    expect(await dispatchWeeklyBatches(at())).toEqual({ batches: 0 });
  });

  it("leaves out who took back their consent, spent their budget, or has gone", async () => {
    const [taken, spent, gone, stays] = [
      await athlete(),
      await athlete(),
      await athlete(),
      await athlete(),
    ];
    const id = await made();
    await taken.tx((tx) => saveAiSettings(tx, { consentedAt: null }, NOW));
    await spent.tx((tx) => saveAiSettings(tx, { monthlyBudgetUsd: 0 }, NOW));
    await systemContext().tx(({ db }) =>
      db.delete(athletes).where(eq(athletes.id, gone.athleteId)),
    );
    expect(await send(id)).toEqual({ sent: 1 });
    expect(await calls(taken)).toMatchObject([{ outcome: "not_asked" }]);
    await take(id);
    expect(written.map(({ athleteId }) => athleteId)).toEqual([stays.athleteId]);
    await deleteInsightBatch(at(), id);
  });
});

it("is asked for less and less often, every half an hour at least", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(pollDelayS)).toEqual([
    60, 120, 240, 480, 960, 1800, 1800, 1800,
  ]);
});

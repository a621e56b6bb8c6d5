import { createHash } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { saveAiSettings } from "@/db/mutations/ai-settings";
import { lastModelCalls, modelUsageByFeature } from "@/db/queries/model-calls";
import { rows } from "@/db/rows";
import { modelCalls, providerStates } from "@/db/schema";
import { costUsd, NO_USAGE } from "@/lib/assistant/models";
import { type AthleteContext, athleteContextForJob, systemContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { askModel, type ModelQuestion } from "@/lib/services/ask-model";
import { cleanUp } from "@/lib/services/clean-up";
import { renewAthleteKey } from "@/lib/services/renew-athlete-key";
import { showSentFacts } from "@/lib/services/show-sent-facts";
import { watchModelSpending } from "@/lib/services/watch-model-spending";
import { configuredModel } from "@/tests/support/anthropic/configured-model";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const server = await configuredModel();
vi.stubEnv("FORMLINE_AI_BUDGET", "10");

const FORMAT = z.object({ insights: z.array(z.object({ detector: z.string() })) });
const FACTS = JSON.stringify({ findings: [{ detector: "monotony", text: "Nine days." }] });
const DAY = localDate("2026-11-23");
const SONNET = "claude-sonnet-5-5";
const SPENT = { feature: "daily", day: DAY, model: "x", outcome: "ok" } as const;
const QUESTION: ModelQuestion<z.infer<typeof FORMAT>> = {
  ...{ feature: "daily", day: DAY, attempt: 1, promptHash: "p1", sent: FACTS, format: FORMAT },
  ...{ prefix: "How to write. ".repeat(200), turns: [{ role: "user", text: FACTS }] },
};

eachDatabase("asking the model", (databases) => {
  let database: OpenDatabase;
  let ctx: AthleteContext;
  beforeEach(async () => {
    server.recover();
    server.always("well");
    database = await databases.create();
    setDatabase(database);
    ctx = await athleteContextForJob((await createTestAthlete(database)).athleteId);
    await ctx.tx((tx) => saveAiSettings(tx, { consentedAt: ctx.now }, ctx.now));
  });
  afterEach(() => setDatabase(null));

  const ask = (of: Partial<typeof QUESTION> = {}) => askModel(ctx, { ...QUESTION, ...of });
  const calls = () => ctx.tx((tx) => lastModelCalls(tx, 99));
  const none = (because: string, retryAfterS: unknown = null) => ({
    ...{ kind: "none", because, retryAfterS },
  });
  const spend = (of: AthleteContext, costUsd: number) =>
    of.tx(({ db, athleteId }) => db.insert(modelCalls).values({ athleteId, ...SPENT, costUsd }));
  const questions = () => server.requests.length;

  it("gives what it wrote, and keeps what it cost, not what was said", async () => {
    const answer = await ask();
    expect(answer).toMatchObject({
      ...{ kind: "answer", model: "claude-haiku-5-5" },
      value: { insights: [{ detector: "monotony" }] },
    });
    const [call] = await calls();
    expect(call).toMatchObject({ feature: "daily", day: DAY, outcome: "ok", isBatch: false });
    expect(call?.costUsd).toBeGreaterThan(0);
    expect(call?.outputTokens).toBeGreaterThan(0);
    const ledger = await systemContext().tx(async ({ db }) =>
      JSON.stringify(rows(await db.execute(sql`select * from model_calls`))),
    );
    expect(ledger).not.toContain("monotony");
    expect(ledger).not.toContain("How to write");
    await ask();
    const [again] = await calls();
    expect(again?.cacheReadTokens).toBeGreaterThanOrEqual(512);
    const usage = await ctx.tx((tx) => modelUsageByFeature(tx, new Date(0)));
    expect(usage).toMatchObject([{ feature: "daily", calls: 2 }]);
  });

  it("has a row with every column that a ledger needs, and none more", async () => {
    await ask();
    const sha = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);
    const answer = await ask();
    const value = answer.kind === "answer" ? answer.value : null;
    const found = await ctx.tx(({ db }) =>
      db.select().from(modelCalls).orderBy(desc(modelCalls.createdAt)).limit(1),
    );
    const [row] = found;
    const tokens = { inputTokens: expect.any(Number), outputTokens: expect.any(Number) };
    expect(row).toEqual({
      ...{ id: answer.kind === "answer" ? answer.callId : null, athleteId: ctx.athleteId },
      ...{ feature: "daily", day: DAY, attempt: 1, model: "claude-haiku-5-5" },
      ...{ isBatch: false, batchId: null, outcome: "ok", verifiedShare: null },
      // The prefix of the question before was kept; nothing was written anew.
      ...{ ...tokens, cacheReadTokens: expect.any(Number), cacheWriteTokens: 0 },
      ...{ costUsd: expect.any(Number), latencyMs: expect.any(Number) },
      ...{ promptHash: "p1", factsHash: sha(FACTS), outputHash: sha(JSON.stringify(value)) },
      ...{ requestId: "req_played", createdAt: expect.any(Date) },
    });
    const usage = { ...NO_USAGE, inputTokens: row?.inputTokens ?? 0 };
    const read = {
      outputTokens: row?.outputTokens ?? 0,
      cacheReadTokens: row?.cacheReadTokens ?? 0,
    };
    const on = { day: localDayAt(new Date(), "UTC"), isBatch: false };
    expect(row?.costUsd).toBeCloseTo(costUsd("claude-haiku-5-5", { ...usage, ...read }, on), 12);
    expect(row?.costUsd).toBeGreaterThan(0);
    expect(read.cacheReadTokens).toBeGreaterThanOrEqual(512);
    expect(row?.latencyMs).toBeGreaterThanOrEqual(0);
    server.next("malformed");
    await ask();
    const hashes = await ctx.tx(({ db }) =>
      db.select({ outcome: modelCalls.outcome, of: modelCalls.outputHash }).from(modelCalls),
    );
    expect(hashes).toContainEqual({ outcome: "malformed", of: null });
  });

  it("shows exactly what was sent, to its athlete, also under a new key, for thirty days", async () => {
    await ask();
    const [call] = await calls();
    const callId = call?.id ?? "";
    expect(await showSentFacts(ctx, callId)).toBe(FACTS);
    const sealed = await systemContext().tx(async ({ db }) =>
      rows<{ facts: Uint8Array }>(await db.execute(sql`select facts from sent_facts`)),
    );
    expect(Buffer.from(sealed[0]?.facts ?? []).toString()).not.toContain("monotony");
    const other = await athleteContextForJob((await createTestAthlete(database)).athleteId);
    await expect(showSentFacts(other, callId)).rejects.toMatchObject({ code: "not_found" });
    await renewAthleteKey(ctx);
    expect(await showSentFacts(ctx, callId)).toBe(FACTS);

    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    await cleanUp({ ...systemContext(), now: later(29) });
    expect(await calls()).toHaveLength(1);
    await cleanUp({ ...systemContext(), now: later(31) });
    expect(await calls()).toEqual([]);
    await expect(showSentFacts(ctx, callId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is not done without the athlete's consent, a model, or anything to spend", async () => {
    const before = questions();
    await ctx.tx((tx) => saveAiSettings(tx, { consentedAt: null }, ctx.now));
    expect(await ask()).toEqual(none("no_consent"));
    const ports = { ...ctx.ports, spool: ctx.ports.spool, languageModel: null };
    expect(await askModel({ ...ctx, ports }, QUESTION)).toEqual(none("no_key"));
    await ctx.tx((tx) =>
      saveAiSettings(tx, { consentedAt: ctx.now, monthlyBudgetUsd: 0 }, ctx.now),
    );
    expect(await ask()).toEqual(none("over_budget"));
    expect(questions()).toBe(before);
    expect(await calls()).toEqual([]);
  });

  it("steps down with the athlete's budget, then with everybody's", async () => {
    await ctx.tx((tx) => saveAiSettings(tx, { monthlyBudgetUsd: 1 }, ctx.now));
    expect(await ask({ model: SONNET })).toMatchObject({ model: SONNET });
    await spend(ctx, 0.7);
    expect(await ask({ model: SONNET })).toMatchObject({ model: "claude-haiku-5-5" });
    await spend(ctx, 0.3);
    expect(await ask()).toEqual(none("over_budget"));

    const other = await athleteContextForJob((await createTestAthlete(database)).athleteId);
    await other.tx((tx) => saveAiSettings(tx, { consentedAt: ctx.now }, ctx.now));
    expect(await askModel(other, QUESTION)).toMatchObject({ kind: "answer" });
    await spend(ctx, 9);
    expect(await askModel(other, QUESTION)).toEqual(none("over_budget"));
  });

  it("begins a new budget with the month", async () => {
    await spend(ctx, 9);
    await ctx.tx(({ db }) =>
      db.update(modelCalls).set({ createdAt: sql`now() - interval '32 days'` }),
    );
    expect(await ask()).toMatchObject({ kind: "answer" });
  });

  it.each([
    [{ status: 401 }, none("signed_out")],
    [{ status: 402 }, none("unpaid")],
    [{ status: 403 }, none("forbidden")],
    [{ status: 429, retryAfterS: 90 }, none("rate_limited", 90)],
    [{ status: 529 }, none("overloaded", 60)],
    [{ status: 500 }, none("unavailable", 60)],
    ["refusal", none("refused")],
    ["max_tokens", none("cut_off")],
    ["malformed", none("malformed")],
  ] as const)("says why it came to nothing, and keeps it in the ledger: %j", async (mood, said) => {
    server.next(mood);
    expect(await ask()).toEqual(said);
    const [call] = await calls();
    expect(call).toMatchObject({ outcome: said.because });
    if (typeof mood === "string") expect(call?.costUsd).toBeGreaterThan(0);
    else expect(call?.costUsd).toBe(0);
  });

  it("asks no more, for anybody, while the account is not paid", async () => {
    server.next({ status: 402 });
    expect(await ask()).toEqual(none("unpaid"));
    const before = questions();
    expect(await ask()).toEqual(none("paused", expect.any(Number)));
    expect(questions()).toBe(before);
    // What was not asked has sent nothing, and is no question in any count.
    const [last, first] = await calls();
    expect([last?.outcome, first?.outcome]).toEqual(["not_asked", "unpaid"]);
    const sentBy = (call = first) => showSentFacts(ctx, call?.id ?? "");
    expect(await sentBy()).toBe(FACTS);
    await expect(sentBy(last)).rejects.toMatchObject({ code: "not_found" });
    const usage = await ctx.tx((tx) => modelUsageByFeature(tx, new Date(0)));
    expect(usage).toMatchObject([{ feature: "daily", calls: 1 }]);
    const states = await systemContext().tx(({ db }) => db.select().from(providerStates));
    expect(states).toMatchObject([{ provider: "anthropic", breaker: "open" }]);
  });

  it("tells the operator of a day that costs three times the mean of the week before", async () => {
    const at = (now: Date) => watchModelSpending({ ...systemContext(), now });
    const [noon, before] = [new Date("2026-11-23T12:00:00Z"), new Date("2026-11-20T12:00:00Z")];
    await spend(ctx, 7);
    await ctx.tx(({ db }) => db.update(modelCalls).set({ createdAt: before }));
    expect(await at(noon)).toEqual({ times: null });
    const today = { ...SPENT, createdAt: noon };
    await ctx.tx(({ db, athleteId }) =>
      db.insert(modelCalls).values([
        { athleteId, ...today, costUsd: 3.5 },
        // Held back, not charged.
        { athleteId, ...today, outcome: "waiting", costUsd: 7 },
      ]),
    );
    expect(await at(noon)).toEqual({ times: 3.5 });
  });

  it("loses nothing of the ledger when the process dies in the middle of a question", async () => {
    const dies = { ...ctx.ports.languageModel, write: () => Promise.reject(new Error("killed")) };
    const ports = { ...ctx.ports, spool: ctx.ports.spool, languageModel: dies as never };
    await expect(askModel({ ...ctx, ports }, QUESTION)).rejects.toThrow("killed");
    expect(await calls()).toMatchObject([{ outcome: "waiting" }]);
  });
});

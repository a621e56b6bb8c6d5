import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { addContextEvent } from "@/db/mutations/add-context-event";
import { saveAiSettings } from "@/db/mutations/ai-settings";
import { updateProfile } from "@/db/mutations/update-profile";
import { insightsOn } from "@/db/queries/insights-on";
import { lastModelCalls } from "@/db/queries/model-calls";
import { insightBatches, modelCalls } from "@/db/schema";
import { buildPrompt } from "@/lib/assistant/build-prompt";
import { writtenInsights } from "@/lib/assistant/insight-schema";
import { type AthleteContext, athleteContextForJob, systemContext } from "@/lib/auth/context";
import { addDays, startOfIsoWeek } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { answerMornings } from "@/lib/services/answer-mornings";
import { dispatchWeeklyBatches } from "@/lib/services/dispatch-weekly-batches";
import { evaluateInsights } from "@/lib/services/evaluate-insights";
import { rateInsight } from "@/lib/services/rate-insight";
import { readPrompts } from "@/lib/services/read-prompts";
import { rewordInsights } from "@/lib/services/reword-insights";
import { rewordWeek, weeklyTask } from "@/lib/services/reword-week";
import { sendInsightBatch } from "@/lib/services/send-insight-batch";
import { showSentFacts } from "@/lib/services/show-sent-facts";
import { takeInsightResults } from "@/lib/services/take-insight-results";
import { writeBriefing } from "@/lib/services/write-briefing";
import { writeDebrief } from "@/lib/services/write-debrief";
import { writeWithModel } from "@/lib/services/write-with-model";
import { aiAllowed } from "@/lib/training/source/ai-allowed";
import { factsOf, type Numbers, SCENARIOS } from "@/scripts/evals/claims/scenarios";
import { configuredModel } from "@/tests/support/anthropic/configured-model";
import { impatient } from "@/tests/support/anthropic/impatient";
import { importForTest } from "@/tests/support/import-for-test";
import { saveShortNights } from "@/tests/support/short-nights";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";
import { bikeComputerFile } from "@/tests/support/two-devices";

const server = await configuredModel();

const LIE = "987 W";
const FIVE = ["one", "two", "three", "four", "five"].map((detector) => ({
  ...{ detector, severity: "notice" as const, sport: null, factIds: ["hrv.last"] },
  ...{ title: "HRV last night", text: "Your HRV was 43 ms last night.", action: "Rest." },
}));

eachDatabase("insights in a model's words", (databases) => {
  let database: OpenDatabase;
  let ctx: AthleteContext;
  beforeEach(async () => {
    server.recover();
    server.always("well");
    server.endBatchesAfter(0);
    server.forgetBatches();
    database = await databases.create();
    setDatabase(database);
    const { athleteId } = await createTestAthlete(database);
    ctx = await athleteContextForJob(athleteId);
    await ctx.tx((tx) => saveAiSettings(tx, { consentedAt: ctx.now }, ctx.now));
    await saveShortNights(ctx, localDayAt(ctx.now, ctx.timeZone), 0);
  });
  afterEach(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  const shown = () => ctx.tx((tx) => insightsOn(tx, ctx.now));
  const calls = () => ctx.tx((tx) => lastModelCalls(tx, 99));
  const texts = async () => (await shown()).map(({ writtenBy, text }) => `${writtenBy}: ${text}`);
  const told = async () => {
    await evaluateInsights(ctx, "asked");
    return texts();
  };

  it("take the place of the rules' words, with whose they are, and nothing else changes", async () => {
    await told();
    const before = await shown();
    expect(before.length).toBeGreaterThan(1);
    expect(await rewordInsights(ctx)).toEqual({
      ...{ reworded: before.length, because: null, retryAfterS: null },
    });
    const after = await shown();
    for (const [i, { title, text, action, ...rest }] of before.entries()) {
      expect(after[i]).toEqual({
        ...{ ...rest, title, action, text: `In short: ${text}` },
        ...{ writtenBy: "model", model: "claude-haiku-5-5", factsHash: expect.any(String) },
        // What its numbers are, for the screens to lead there.
        cited: { facts: expect.arrayContaining([]), claims: expect.anything() },
      });
    }
    for (const { cited, evidence } of after) {
      const linked = cited?.claims.text.map(({ factId }) => factId) ?? [];
      expect(linked.length).toBeGreaterThan(0);
      expect(evidence.map(({ id }) => id)).toEqual(expect.arrayContaining(linked));
    }
    // Each with where it is from, for who opens it.
    const origins = after.flatMap(({ cited }) => cited?.facts.map(({ origin }) => origin) ?? []);
    expect(origins).toContain("garmin");
    expect(origins).not.toContain(undefined);
    const [call] = await calls();
    expect(call).toMatchObject({ feature: "daily", outcome: "ok" });
    const sent = JSON.parse(await showSentFacts(ctx, call?.id ?? ""));
    expect(sent.findings.length).toBe(before.length);
    expect(sent.origins).toMatchObject({ garmin: expect.arrayContaining(["resting-hr", "sleep"]) });
    expect(JSON.stringify(sent)).not.toContain("Test athlete");
    // Nothing is left to put better: nobody is asked.
    expect(await rewordInsights(ctx)).toMatchObject({ reworded: 0 });
    expect(await calls()).toHaveLength(1);
  });

  it("never say a number that is not so: it is mended once", async () => {
    await told();
    server.next("false_number", "well");
    const { reworded } = await rewordInsights(ctx);
    expect(reworded).toBe((await shown()).length);
    expect(await calls()).toHaveLength(2);
    expect((await texts()).join()).not.toContain(LIE);
    const repair = JSON.parse(new TextDecoder().decode(server.requests.at(-1)?.body));
    expect(repair.messages).toHaveLength(3);
    expect(repair.messages[2].content).toContain("987");
  });

  it("never say a number that is not so: what is not mended stays in the rules' words", async () => {
    const rules = await told();
    server.always("false_number");
    const { reworded } = await rewordInsights(ctx);
    expect(reworded).toBe(rules.length - 1);
    const [first, ...others] = await texts();
    expect(first).toBe(rules[0]);
    expect(others.every((text) => text.startsWith("model: "))).toBe(true);
    expect((await texts()).join()).not.toContain(LIE);
    const shares = await ctx.tx(({ db }) =>
      db.select({ share: modelCalls.verifiedShare }).from(modelCalls),
    );
    expect(shares[0]?.share).toBeCloseTo((rules.length - 1) / rules.length);
  });

  it("stay the rules' where they touch on medicine, true as they may be", async () => {
    await saveShortNights(ctx, localDayAt(ctx.now, ctx.timeZone), 7);
    await told();
    server.next("medical");
    await rewordInsights(ctx);
    const pulse = async () =>
      (await shown()).find(({ detector }) => detector === "resting-hr-rising");
    expect(await pulse()).toMatchObject({ writtenBy: "rules", model: null });
    expect(await calls()).toHaveLength(1);
    // The rule's own words pass: they name no illness either.
    await rewordInsights(ctx);
    expect(await pulse()).toMatchObject({ writtenBy: "model" });
  });

  const PHYSICIAN = "Questions about medicine belong to a physician or pharmacist.";
  const HURTS = "Stop when something hurts, and have pain that stays looked at.";
  const REST = "While you are ill or injured, rest comes before any plan.";
  const YOUNG = "Under 18, changes of training belong to you and a coach or physician.";

  it.each([
    ["medication", {}, PHYSICIAN],
    ["pain", {}, HURTS],
    ["eating", {}, null],
    ["urge", {}, null],
    ["urge", { isIll: true }, REST],
    ["urge", { ageYears: 16 }, YOUNG],
  ] as const)(
    "stay the rules' where a guard stops %s of %o, with a sentence where care is due",
    async (mood, athlete: { isIll?: true; ageYears?: number }, sentence) => {
      const today = localDayAt(ctx.now, ctx.timeZone);
      const birthDate = athlete.ageYears ? addDays(today, -366 * athlete.ageYears) : null;
      await ctx.tx((tx) => updateProfile(tx, { birthDate }));
      const illness = { kind: "illness", title: "Cold", fromDay: today, toDay: today } as const;
      if (athlete.isIll) await ctx.tx((tx) => addContextEvent(tx, illness));
      await told();
      const rules = await shown();
      server.always(mood);
      const careful = rules.map((one) => ({
        ...one,
        text: sentence === null ? one.text : `${one.text} ${sentence}`,
      }));
      expect(await rewordInsights(ctx)).toMatchObject({ reworded: 0, because: null });
      // All of it is true: nothing had to be mended.
      expect(await calls()).toHaveLength(1);
      expect(await shown()).toEqual(careful);
      expect(careful.map(({ writtenBy, model }) => ({ writtenBy, model }))).toEqual(
        rules.map(() => ({ writtenBy: "rules", model: null })),
      );
      // Stopped again: the sentence stands there once, and a model is not told of it.
      await rewordInsights(ctx);
      expect(await shown()).toEqual(careful);
      server.always("well");
      expect(await rewordInsights(ctx)).toMatchObject({ reworded: rules.length });
      expect(await texts()).toEqual(rules.map(({ text }) => `model: In short: ${text}`));
    },
  );

  it("are asked of a better model where too little of them holds", async () => {
    const rules = await told();
    server.next("false_numbers", "false_numbers", "well");
    expect((await rewordInsights(ctx)).reworded).toBe(rules.length);
    expect((await shown()).map(({ model }) => model)).toEqual(rules.map(() => "claude-sonnet-5-5"));
    expect((await calls()).map(({ model }) => model).sort()).toEqual([
      ...["claude-haiku-5-5", "claude-haiku-5-5", "claude-sonnet-5-5"],
    ]);
  });

  it.each([
    ["two_false_numbers", "claude-haiku-5-5", 3, 2],
    ["three_false_numbers", "claude-sonnet-5-5", 5, 3],
  ] as const)(
    "are asked of a better model under six of ten, not at it: %s of five",
    async (mood, model, held, asked) => {
      const { texts, hashOf } = await readPrompts();
      const facts = { ...factsOf(SCENARIOS[0] as Numbers), findings: FIVE };
      const prompt = buildPrompt("weekly", texts, aiAllowed({ value: facts, from: ["file"] }));
      // The first answer and its repair; the better model writes well.
      server.next(mood, mood);
      const written = await writeWithModel(ctx, {
        ...{ ...prompt, prompt, texts, facts, feature: "weekly", day: facts.day },
        ...{ format: writtenInsights, promptHash: hashOf("weekly") },
      });
      expect(written).toMatchObject({ model, because: null });
      expect(written.insights).toHaveLength(held);
      expect(await calls()).toHaveLength(asked);
    },
  );

  it("are asked of a better model sooner for who thinks little of the usual one's", async () => {
    const rules = await told();
    await rewordInsights(ctx);
    const first = await shown();
    const thumbs = Math.min(3, first.length);
    expect(thumbs).toBe(3);
    for (const { id } of first.slice(0, thumbs)) {
      await rateInsight(ctx, { insightId: id, feedback: "down" });
    }
    await told();
    // One lie among them, which the repair repeats: enough for everybody else.
    server.next("false_number", "false_number", "well");
    expect((await rewordInsights(ctx)).reworded).toBe(rules.length);
    expect((await shown()).map(({ model }) => model)).toEqual(rules.map(() => "claude-sonnet-5-5"));
  });

  it("stay the rules' when no model tells the truth", async () => {
    const rules = await told();
    server.always("false_numbers");
    expect(await rewordInsights(ctx)).toMatchObject({ reworded: 0, because: null });
    expect(await texts()).toEqual(rules);
    // The first, its repair, the better one, its repair; then it is over.
    expect(await calls()).toHaveLength(4);
  });

  it.each([
    ["signed_out", { status: 401 }],
    ["unpaid", { status: 402 }],
    ["rate_limited", { status: 429, retryAfterS: 30 }],
    ["overloaded", { status: 529 }],
    ["refused", "refusal"],
    ["malformed", "malformed"],
    ["cut_off", "max_tokens"],
  ] as const)(
    "stay the rules' when it is %s: all there, and nobody has waited",
    async (because, mood) => {
      const rules = await told();
      expect(rules.every((text) => text.startsWith("rules: "))).toBe(true);
      server.always(mood);
      expect(await rewordInsights(ctx)).toMatchObject({ reworded: 0, because });
      expect(await texts()).toEqual(rules);
      expect((await calls())[0]).toMatchObject({ outcome: because });
    },
  );

  it("stay the rules' when there is no answer in time", async () => {
    const rules = await told();
    server.fail({ how: "timeout" });
    expect(await rewordInsights(impatient(ctx))).toMatchObject({ because: "timeout" });
    expect(await texts()).toEqual(rules);
  });

  it.each(["no_key", "over_budget", "no_consent"] as const)(
    "stay the rules' with %s, and nothing is asked",
    async (because) => {
      const rules = await told();
      const before = server.requests.length;
      const change = {
        no_key: {},
        over_budget: { monthlyBudgetUsd: 0 },
        no_consent: { consentedAt: null },
      }[because];
      await ctx.tx((tx) => saveAiSettings(tx, change, ctx.now));
      const languageModel = because === "no_key" ? null : ctx.ports.languageModel;
      const ports = { ...ctx.ports, spool: ctx.ports.spool, languageModel };
      expect(await rewordInsights({ ...ctx, ports })).toMatchObject({ reworded: 0, because });
      expect(await texts()).toEqual(rules);
      expect(server.requests.length).toBe(before);
    },
  );

  it.each([
    ["the model refuses the key", null],
    ["the budget is used up", { monthlyBudgetUsd: 0 }],
    ["nobody may be asked any more", { consentedAt: null }],
  ] as const)("keep holding until they end when %s", async (_, change) => {
    await told();
    await rewordInsights(ctx);
    const words = await texts();
    expect(words.length).toBeGreaterThan(0);
    for (const text of words) expect(text).toMatch(/^model: /);
    if (change === null) server.always({ status: 401 });
    else await ctx.tx((tx) => saveAiSettings(tx, change, ctx.now));
    expect(await rewordInsights(ctx)).toMatchObject({ reworded: 0 });
    expect(await texts()).toEqual(words);
  });

  it("come by themselves when insights are looked for anew", async () => {
    await told();
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();
    expect((await texts()).every((text) => text.startsWith("model: "))).toBe(true);
  });

  it("are asked for in one form, byte for byte, whatever is asked for and how", async () => {
    const before = server.requests.length;
    const today = localDayAt(ctx.now, ctx.timeZone);
    const system = { ...systemContext(), now: new Date(`${startOfIsoWeek(today)}T12:00:00Z`) };
    await dispatchWeeklyBatches(system);
    const [batch] = await system.tx(({ db }) => db.select().from(insightBatches));
    const how = { forAthlete: athleteContextForJob, taskFor: weeklyTask };
    expect(await sendInsightBatch(system, batch?.id ?? "", how)).toEqual({ sent: 1 });
    await told();
    server.next("false_number");
    await rewordInsights(ctx);
    await answerMornings(ctx, null);
    await writeBriefing(ctx, today);
    const files = { "ride.fit": bikeComputerFile(addDays(today, -1)) };
    const { rows: imported } = await importForTest(ctx, files);
    await writeDebrief(ctx, imported[0]?.activities[0] ?? "");

    const asked = server.requests.slice(before).flatMap(questionsIn);
    const forms = asked.map(({ output_config }) => JSON.stringify(output_config.format));
    expect(new Set(forms).size).toBe(1);
    expect(forms[0]).toContain('"json_schema"');
    // A look back and its repair, a morning, an activity, and a week in a batch.
    expect(new Set(asked.map(({ messages }) => messages.length))).toEqual(new Set([1, 3]));
    expect(new Set(asked.map(({ system: [prefix] }) => prefix?.text)).size).toBe(3);
    const features = (await calls()).map(({ feature, isBatch }) => `${feature} ${isBatch}`);
    expect(new Set(features)).toEqual(new Set(["daily false", "debrief false", "weekly true"]));
  });

  it("of a batch are asked of a better model, too, where too little of them holds", async () => {
    const monday = startOfIsoWeek(localDayAt(new Date(), "Europe/Paris"));
    const system = { ...systemContext(), now: new Date(`${monday}T12:00:00Z`) };
    await dispatchWeeklyBatches(system);
    const [batch] = await system.tx(({ db }) => db.select().from(insightBatches));
    const id = batch?.id ?? "";
    const forAthlete = athleteContextForJob;
    await sendInsightBatch(system, id, { forAthlete, taskFor: weeklyTask });
    server.next("false_numbers", "false_numbers", "well");
    const taking = { forAthlete, format: writtenInsights, takeAnswer: rewordWeek };
    expect(await takeInsightResults(system, id, taking)).toEqual({ taken: 1 });
    const models = (await shown()).map(({ model }) => model);
    expect(models).toEqual(models.map(() => "claude-sonnet-5-5"));
    expect(models.length).toBeGreaterThan(0);
    const asked = (await calls()).map(({ model, isBatch }) => `${model} ${isBatch}`).sort();
    expect(asked).toEqual([
      ...["claude-haiku-5-5 false", "claude-haiku-5-5 true", "claude-sonnet-5-5 false"],
    ]);
  });

  it("come in a batch for the week; rules have written before it is sent", async () => {
    const monday = startOfIsoWeek(localDayAt(new Date(), "Europe/Paris"));
    const system = { ...systemContext(), now: new Date(`${monday}T12:00:00Z`) };
    await dispatchWeeklyBatches(system);
    const [batch] = await system.tx(({ db }) => db.select().from(insightBatches));
    const id = batch?.id ?? "";
    const forAthlete = athleteContextForJob;
    expect(await sendInsightBatch(system, id, { forAthlete, taskFor: weeklyTask })).toEqual({
      sent: 1,
    });
    const rules = await texts();
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.every((text) => text.startsWith("rules: "))).toBe(true);
    const taking = { forAthlete, format: writtenInsights, takeAnswer: rewordWeek };
    // Consent that is taken back while the batch is under way: the rules' words stay.
    await ctx.tx((tx) => saveAiSettings(tx, { consentedAt: null }, ctx.now));
    await takeInsightResults(system, id, taking);
    expect(await texts()).toEqual(rules);
    await ctx.tx((tx) => saveAiSettings(tx, { consentedAt: ctx.now }, ctx.now));
    server.next("false_number");
    expect(await takeInsightResults(system, id, taking)).toEqual({ taken: 1 });
    expect((await texts()).every((text) => text.startsWith("model: "))).toBe(true);
    expect((await texts()).join()).not.toContain(LIE);
    // One question in the batch, and one alone to have the lie mended.
    expect((await calls()).map(({ isBatch }) => isBatch).sort()).toEqual([false, true]);
    // Taken again after a crash: the words are there, nobody is asked.
    await takeInsightResults(system, id, taking);
    expect(await calls()).toHaveLength(2);
  });
});

type Question = {
  readonly system: readonly { readonly text: string }[];
  readonly output_config: { readonly format: unknown };
  readonly messages: readonly unknown[];
};

/** What is asked, alone or in a batch. */
function questionsIn({ body }: { readonly body: Uint8Array }): Question[] {
  if (body.length === 0) return [];
  const sent = JSON.parse(new TextDecoder().decode(body)) as
    | Question
    | { readonly requests: readonly { readonly params: Question }[] };
  return "requests" in sent ? sent.requests.map(({ params }) => params) : [sent];
}

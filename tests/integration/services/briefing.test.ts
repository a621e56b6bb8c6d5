import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { saveAiSettings } from "@/db/mutations/ai-settings";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { saveDailyLoads } from "@/db/mutations/save-daily-loads";
import { insightsOn } from "@/db/queries/insights-on";
import { keptDebrief } from "@/db/queries/kept-words";
import { lastModelCalls } from "@/db/queries/model-calls";
import { getToday } from "@/db/queries/today";
import { insights } from "@/db/schema";
import { type AthleteContext, athleteContextForJob } from "@/lib/auth/context";
import { addDays, eachDay, type LocalDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { answerMornings } from "@/lib/services/answer-mornings";
import { briefingOn } from "@/lib/services/briefing-on";
import { changeAiSettings } from "@/lib/services/change-ai-settings";
import { changeMemory } from "@/lib/services/change-memory";
import { evaluateInsights } from "@/lib/services/evaluate-insights";
import { recordCheckIn } from "@/lib/services/record-check-in";
import { requestWords } from "@/lib/services/request-words";
import { showMemory } from "@/lib/services/show-memory";
import { showSentFacts } from "@/lib/services/show-sent-facts";
import { writeBriefing } from "@/lib/services/write-briefing";
import { writeDebrief } from "@/lib/services/write-debrief";
import { configuredModel } from "@/tests/support/anthropic/configured-model";
import { impatient } from "@/tests/support/anthropic/impatient";
import { importForTest } from "@/tests/support/import-for-test";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";
import { bikeComputerFile } from "@/tests/support/two-devices";

const server = await configuredModel();

const DAYS = 60;
const SICK = { readiness: 2, soreness: 2, mood: 2, stress: 2, hasSymptoms: true, note: null };

eachDatabase("a morning and an activity in words", (databases) => {
  let database: OpenDatabase | null = null;
  let ctx: AthleteContext;
  let today: LocalDate;
  beforeEach(async () => {
    server.recover();
    server.always("well");
    database ??= await databases.create();
    setDatabase(database);
    ctx = await athleteContextForJob((await createTestAthlete(database)).athleteId);
    today = localDayAt(ctx.now, ctx.timeZone);
    await changeAiSettings(ctx, { isOn: true, mayReadNotes: false, budgetUsd: 1 });
    await live(ctx, today);
    await answerMornings(ctx, null);
  });
  afterEach(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  const shown = () => ctx.tx((tx) => briefingOn(tx, today));
  const calls = () => ctx.tx((tx) => lastModelCalls(tx, 99));
  const work = async () => {
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();
  };

  it("stands by rules with the answer, whole and without a model", async () => {
    const words = await shown();
    expect(words).toMatchObject({ writtenBy: "rules", model: null, id: null, detector: "morning" });
    expect(words?.text).toMatch(/^Your recovery is \d+ of 100\. .*Form is 0: /);
    expect(words?.evidence.map(({ id }) => id)).toContain("recovery.score");
    expect(await ctx.tx((tx) => briefingOn(tx, addDays(today, -400)))).toBeNull();
  });

  it("comes in a model's words by itself, on Today too, and is no insight of the week", async () => {
    const rules = await shown();
    await work();
    const words = await shown();
    expect(words).toMatchObject({
      ...{ writtenBy: "model", model: "claude-haiku-5-5", action: rules?.action },
      text: `In short: ${rules?.text}`,
    });
    const data = await ctx.tx((tx) => getToday(tx, today));
    expect(data.keptBriefing).toMatchObject({ id: words?.id, text: words?.text });
    // With what its numbers were held against, for the screens to lead there.
    expect(words?.cited?.facts.map(({ id }) => id)).toContain("recovery.score");
    expect(words?.cited?.claims.text.length).toBeGreaterThan(2);
    expect(data.keptBriefing?.cited).toEqual(words?.cited);
    expect(data).toMatchObject({ mayAskModel: true, insight: null });
    expect(await ctx.tx((tx) => insightsOn(tx, ctx.now))).toEqual([]);
    const [call] = await calls();
    expect(call).toMatchObject({ feature: "daily", outcome: "ok" });
    const sent = JSON.parse(await showSentFacts(ctx, call?.id ?? ""));
    expect(sent.findings).toMatchObject([{ detector: "morning", text: rules?.text }]);
    // Told already: nobody is asked again.
    await requestWords(ctx, { day: today });
    await work();
    expect(await calls()).toHaveLength(1);
  });

  it("is written knowing what is kept in mind, as the athlete has changed it", async () => {
    const { weeks } = await showMemory(ctx, today);
    const [kept, corrected, hidden] = weeks.map(({ id }) => id);
    expect(hidden).toMatch(/^week:/);
    await changeMemory(ctx, { id: corrected ?? "", change: "correct", text: "On a ship" });
    await changeMemory(ctx, { id: hidden ?? "", change: "hide", text: "" });
    const sentMemory = async () => {
      await ctx.tx((tx) => tx.db.delete(insights));
      await writeBriefing(ctx, today);
      const [call] = await calls();
      const sent = await showSentFacts(ctx, call?.id ?? "");
      return { sent, memory: JSON.parse(sent).memory as { id: string; words?: string }[] };
    };
    const { sent, memory } = await sentMemory();
    const told = memory.map(({ id }) => id);
    expect(told).toContain(kept);
    expect(told).not.toContain(corrected);
    expect(told).not.toContain(hidden);
    // Neither the original's numbers, nor the athlete's own words without their consent.
    for (const id of [corrected, hidden]) expect(sent).not.toContain(id?.replace(":", "-"));
    expect(sent).not.toContain("On a ship");
    await changeAiSettings(ctx, { isOn: true, mayReadNotes: true, budgetUsd: 1 });
    const open = await sentMemory();
    expect(open.memory).toContainEqual(
      expect.objectContaining({ id: corrected, words: "On a ship" }),
    );
    expect(open.sent).not.toContain(corrected?.replace(":", "-"));
  });

  it("is the rules' again the moment the answer is another, and put better anew", async () => {
    await writeBriefing(ctx, today);
    expect((await shown())?.writtenBy).toBe("model");
    await recordCheckIn(ctx, SICK);
    const after = await shown();
    expect(after).toMatchObject({ writtenBy: "rules", title: "Today is for rest" });
    await work();
    expect(await shown()).toMatchObject({ writtenBy: "model", text: `In short: ${after?.text}` });
  });

  it("has a sentence of care beside the rules' words where a guard stops the model's", async () => {
    const rules = await shown();
    server.always("pain");
    expect(await writeBriefing(ctx, today)).toMatchObject({ written: false, because: null });
    const text = `${rules?.text} Stop when something hurts, and have pain that stays looked at.`;
    expect(await shown()).toMatchObject({ writtenBy: "rules", model: null, text });
    server.always("well");
    expect(await writeBriefing(ctx, today)).toMatchObject({ written: true });
    expect(await shown()).toMatchObject({ writtenBy: "model", text: `In short: ${rules?.text}` });
  });

  it("stays while nothing changes, however often the morning is worked out", async () => {
    await writeBriefing(ctx, today);
    await answerMornings(ctx, null);
    expect((await shown())?.writtenBy).toBe("model");
  });

  it("ends with what has been told when insights are looked for anew, and comes again", async () => {
    await writeBriefing(ctx, today);
    await evaluateInsights(ctx, "illness");
    expect((await shown())?.writtenBy).toBe("rules");
    await work();
    expect((await shown())?.writtenBy).toBe("model");
  });

  it.each(["false_numbers", "refusal", "malformed", "max_tokens"] as const)(
    "never says what does not hold: with %s the rules' words stay",
    async (mood) => {
      server.always(mood);
      const rules = await shown();
      expect(await writeBriefing(ctx, today)).toMatchObject({ written: false });
      expect(await shown()).toEqual(rules);
    },
  );

  it.each([
    ["signed_out", 401],
    ["unpaid", 402],
    ["rate_limited", 429],
    ["overloaded", 529],
  ] as const)("stays the rules' when it is %s", async (because, status) => {
    server.always({ status });
    expect(await writeBriefing(ctx, today)).toMatchObject({ written: false, because });
    expect((await shown())?.writtenBy).toBe("rules");
    // Nobody asks for a while, whoever it is: the next test begins anew.
    database = null;
  });

  it("is not asked for without consent or budget, and says so to who asks", async () => {
    await ctx.tx((tx) => saveAiSettings(tx, { monthlyBudgetUsd: 0 }, ctx.now));
    await expect(requestWords(ctx, { day: today })).rejects.toThrow(/budget .* used up/);
    await changeAiSettings(ctx, { isOn: false, mayReadNotes: false, budgetUsd: 1 });
    await expect(requestWords(ctx, { day: today })).rejects.toThrow(/have not agreed/);
    expect(await writeBriefing(ctx, today)).toMatchObject({ because: "no_consent" });
    await work();
    expect(await calls()).toEqual([]);
  });

  it("says so to who asks while nobody is asked, and asks again when it is time", async () => {
    server.next({ status: 402 });
    await writeBriefing(ctx, today);
    await expect(requestWords(ctx, { day: today })).rejects.toThrow(
      /does not answer at the moment/,
    );
    const later = { ...ctx, now: new Date(Date.now() + 16 * 60_000) };
    expect(await requestWords(later, { day: today })).toEqual({ requested: true });
    database = null;
  });

  it("tells a fresh activity by rules, and in a model's words by itself after its import", async () => {
    const files = { "ride.fit": bikeComputerFile(addDays(today, -1)) };
    const { rows: imported } = await importForTest(ctx, files);
    const activityId = imported[0]?.activities[0] ?? "";
    await work();
    const kept = await ctx.tx((tx) => keptDebrief(tx, activityId, ctx.now));
    expect(kept?.text).toMatch(/^In short: A ride of 30 min/);
    const [written] = (await debriefs(activityId)).told;
    const ends = (written?.createdAt.getTime() ?? 0) + 7 * 86_400_000;
    const keptAt = (ms: number) => ctx.tx((tx) => keptDebrief(tx, activityId, new Date(ms)));
    // It is written with the time of the job, a moment before its row.
    expect(await keptAt(ends - 60_000)).toEqual(kept);
    expect(await keptAt(ends)).toBeNull();
    expect((await calls()).map(({ feature }) => feature)).toContain("debrief");
    // Again: nothing to put better.
    expect(await writeDebrief(ctx, activityId)).toMatchObject({ written: false });
    const told = await ctx.tx(({ db }) => db.select().from(insights));
    expect(told.filter(({ kind }) => kind === "debrief")).toHaveLength(1);
  });

  const consent = (isOn: boolean) =>
    changeAiSettings(ctx, { isOn, mayReadNotes: false, budgetUsd: 1 });
  /** Yesterday's, all about it done, and nobody asked. */
  const ride = async () => {
    await consent(false);
    const files = { "ride.fit": bikeComputerFile(addDays(today, -1)) };
    const { rows: imported } = await importForTest(ctx, files);
    await work();
    await stopRunningJobs();
    await consent(true);
    expect(await calls()).toEqual([]);
    return imported[0]?.activities[0] ?? "";
  };
  const debriefs = async (activityId: string) => ({
    kept: await ctx.tx((tx) => keptDebrief(tx, activityId, ctx.now)),
    told: (await ctx.tx(({ db }) => db.select().from(insights))).filter(
      ({ kind }) => kind === "debrief",
    ),
  });
  const BY_RULES = { kept: null, told: [] };

  it("comes in a model's words when the athlete asks for them, of a day and of an activity", async () => {
    const activityId = await ride();
    expect((await shown())?.writtenBy).toBe("rules");
    expect(await debriefs(activityId)).toEqual(BY_RULES);
    await requestWords(ctx, { day: today });
    await requestWords(ctx, { activityId });
    await work();
    expect(await shown()).toMatchObject({ writtenBy: "model" });
    const { kept } = await debriefs(activityId);
    expect(kept?.text).toMatch(/^In short: A ride of 30 min/);
    expect((await calls()).map(({ feature }) => feature).sort()).toEqual(["daily", "debrief"]);
  });

  it.each([
    [null, "false_numbers"],
    ["refused", "refusal"],
    ["malformed", "malformed"],
    ["cut_off", "max_tokens"],
    ["signed_out", { status: 401 }],
    ["unpaid", { status: 402 }],
    ["rate_limited", { status: 429 }],
    ["overloaded", { status: 529 }],
  ] as const)("leaves an activity to the rules' words: %s, %j", async (because, mood) => {
    const activityId = await ride();
    server.always(mood);
    expect(await writeDebrief(ctx, activityId)).toMatchObject({ written: false, because });
    expect((await calls()).length).toBeGreaterThan(0);
    expect(await debriefs(activityId)).toEqual(BY_RULES);
    // Nobody asks for a while, whoever it is: the next test begins anew.
    if (typeof mood === "object") database = null;
  });

  it("leaves an activity to the rules' words when there is no answer in time", async () => {
    const activityId = await ride();
    server.fail({ how: "timeout" });
    expect(await writeDebrief(impatient(ctx), activityId)).toMatchObject({
      ...{ written: false, because: "timeout" },
    });
    expect(await debriefs(activityId)).toEqual(BY_RULES);
  });

  it("asks nobody about an activity without a model, budget or consent", async () => {
    const activityId = await ride();
    const before = server.requests.length;
    const ports = { ...ctx.ports, spool: ctx.ports.spool, languageModel: null };
    expect(await writeDebrief({ ...ctx, ports }, activityId)).toMatchObject({ because: "no_key" });
    await ctx.tx((tx) => saveAiSettings(tx, { monthlyBudgetUsd: 0 }, ctx.now));
    expect(await writeDebrief(ctx, activityId)).toMatchObject({ because: "over_budget" });
    await consent(false);
    expect(await writeDebrief(ctx, activityId)).toMatchObject({ because: "no_consent" });
    expect(server.requests.length).toBe(before);
    expect(await debriefs(activityId)).toEqual(BY_RULES);
  });

  it("asks nobody about old activities", async () => {
    await importForTest(ctx, { "ride.fit": bikeComputerFile(addDays(today, -30)) });
    await work();
    expect((await calls()).map(({ feature }) => feature)).not.toContain("debrief");
  });
});

/** Two months of calm nights and days. */
async function live(ctx: AthleteContext, today: LocalDate): Promise<void> {
  const all = eachDay(addDays(today, 1 - DAYS), today);
  await ctx.tx(async (tx) => {
    await mergeWellnessDays(
      tx,
      all.map((day, i) => ({
        ...{ day, source: "garmin:sleep", hrvRmssdMs: 60 + (i % 3), sleepS: 27_000 },
        restingHrBpm: 48 + (i % 2),
      })),
    );
    await saveDailyLoads(
      tx,
      all[0] ?? today,
      all.map((day, i) => ({
        ...{ day, sport: "all", load: i % 2 === 0 ? 80 : 20, durationS: 3600 },
        ...{ fitness: 50, fatigue: 50, form: 0, ramp: 0, monotony: 1.2, strain: 1 },
        ...{ acwr: 1, formula: "PMC-exp@1" },
      })),
    );
  });
}

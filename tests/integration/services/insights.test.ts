import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { replaceInsight } from "@/db/mutations/insights";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { saveActivity } from "@/db/mutations/save-activity";
import { saveDailyLoads } from "@/db/mutations/save-daily-loads";
import { storeSourceFile } from "@/db/mutations/store-source-file";
import { insightsOn } from "@/db/queries/insights-on";
import { rows } from "@/db/rows";
import { runAsSystem } from "@/db/run-as-system";
import { dispatchDueInsights } from "@/inngest/functions/dispatch-insights";
import { weeklyInsights } from "@/inngest/functions/weekly-insights";
import { type Jobs, startJobs } from "@/inngest/start-jobs";
import { athleteContextForJob, systemContext } from "@/lib/auth/context";
import { addDays, eachDay, type LocalDate, localDate } from "@/lib/dates/local-date";
import { createLogger } from "@/lib/logger";
import { addContext } from "@/lib/services/add-context";
import { dispatchInsights } from "@/lib/services/dispatch-insights";
import { evaluateInsights } from "@/lib/services/evaluate-insights";
import { rateInsight } from "@/lib/services/rate-insight";
import { recordCheckIn } from "@/lib/services/record-check-in";
import { watchPatterns } from "@/lib/services/watch-patterns";
import { type InsightWriter, writeWeeklyInsights } from "@/lib/services/write-insights";
import { activityRow } from "@/tests/support/activity-row";
import { insightRow } from "@/tests/support/insight-row";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

vi.stubEnv("LOG_LEVEL", "error");

/** The Sunday that ends the week, and 02:00 on the Monday after it, in Paris. */
const SUNDAY = localDate("2026-11-22");
const WEEK = localDate("2026-11-16");
const MONDAY_TWO = "2026-11-23T01:00:00Z";
const DAYS = 60;
const at = (time: string) => vi.setSystemTime(new Date(time));

eachDatabase("insights", (databases) => {
  let database: OpenDatabase;
  let athleteId: string;
  let jobs: Jobs | null = null;

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    at("2026-11-22T12:00:00Z");
    database = await databases.create();
    setDatabase(database);
    athleteId = (await createTestAthlete(database)).athleteId;
  });
  afterEach(async () => {
    await jobs?.stop();
    jobs = null;
    vi.useRealTimers();
  });
  afterAll(() => setDatabase(null));

  const context = () => athleteContextForJob(athleteId);
  const current = async () => {
    const ctx = await context();
    return ctx.tx((tx) => insightsOn(tx, ctx.now));
  };
  const detectors = async () => (await current()).map(({ detector }) => detector);
  const ended = async () =>
    runAsSystem(database)(async ({ db }) =>
      rows<{ because: string; count: number }>(
        await db.execute(sql`
          select invalidated_because as because, count(*)::int as count from insights
          where invalidated_at is not null group by 1 order by 1`),
      ),
    );

  /** Two months of calm nights and days; the pulse of the last `days` is `up` bpm higher. */
  async function live(up = 0, days = 7, until: LocalDate = SUNDAY): Promise<void> {
    const all = eachDay(addDays(until, 1 - DAYS), until);
    const ctx = await context();
    await ctx.tx(async (tx) => {
      await mergeWellnessDays(
        tx,
        all.map((day, i) => ({
          ...{ day, source: "garmin:sleep", sleepS: 27_000, hrvRmssdMs: 60 + (i % 3) },
          restingHrBpm: 48 + (i % 2) + (i >= DAYS - days ? up : 0),
        })),
      );
      await saveDailyLoads(
        tx,
        all[0] ?? until,
        all.map((day, i) => ({
          ...{ day, sport: "all", load: i % 2 === 0 ? 80 : 20, durationS: 3600 },
          ...{ fitness: 50, fatigue: 50, form: 0, ramp: 0, monotony: 1.2, strain: 1 },
          ...{ acwr: 1, formula: "PMC-exp@1" },
        })),
      );
    });
  }

  /** An activity with a debrief on each day; the debriefs' ids. */
  async function debriefsOn(days: readonly LocalDate[]): Promise<string[]> {
    const ctx = await context();
    await ctx.tx(async (tx) => {
      for (const day of days) {
        const content = new TextEncoder().encode(day);
        const sha256 = day.replaceAll("-", "").repeat(8);
        const file = { sha256, kind: "fit", byteLength: content.length, content } as const;
        const { id } = await storeSourceFile(tx, file);
        const activity = activityRow(id, { day, startedAt: new Date(`${day}T06:00:00Z`) });
        const saved = await saveActivity(tx, { activity, streams: null });
        const debrief = { ...insightRow(day), kind: "debrief" as const, activityId: saved.id };
        await replaceInsight(tx, debrief, ctx.now);
      }
    });
    return (await openDebriefs()).map(({ id }) => id);
  }
  const openDebriefs = async () =>
    runAsSystem(database)(async ({ db }) =>
      rows<{ id: string }>(
        await db.execute(sql`
          select id from insights where kind = 'debrief' and invalidated_at is null order by to_day`),
      ),
    );

  async function comes(time: string): Promise<void> {
    at(time);
    jobs ??= await startJobs({
      mode: { kind: "embedded" },
      functions: (inngest) =>
        [dispatchDueInsights, weeklyInsights].map((define) => define(inngest)),
      runAsSystem: runAsSystem(database),
      log: createLogger("error"),
      isAlone: true,
    });
    await jobs.drain();
  }

  it("tell the week on Monday at two, once, and hold for seven days", async () => {
    await live(6);
    await comes("2026-11-22T12:00:30Z");
    await comes("2026-11-22T12:03:00Z");
    await comes("2026-11-23T00:59:00Z");
    expect(await current(), "planned, not told").toEqual([]);
    await comes("2026-11-23T01:03:00Z");
    const told = await current();
    expect(told[0]).toMatchObject({
      ...{ kind: "weekly", fromDay: WEEK, toDay: SUNDAY, position: 0, writtenBy: "rules" },
      ...{ detector: "resting-hr-rising", severity: "warning", model: null, feedback: null },
    });
    expect(told[0]?.text).toContain("6.1 bpm above");
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(told.length).toBeLessThanOrEqual(5);
    await comes("2026-11-23T01:18:00Z");
    expect((await current()).map(({ id }) => id)).toEqual(told.map(({ id }) => id));
    at("2026-11-30T01:02:00Z");
    expect((await current()).length).toBe(told.length);
    at("2026-11-30T01:04:00Z");
    expect(await current()).toEqual([]);
  });

  it("tell only the last week after a downtime, and nothing of a server that slept", async () => {
    await live(0, 7, localDate("2026-12-06"));
    await comes("2026-11-22T12:00:30Z");
    await comes("2026-11-22T12:03:00Z");
    await comes("2026-12-09T10:00:00Z");
    const [told] = await current();
    expect(told).toMatchObject({ fromDay: "2026-11-30", toDay: "2026-12-06" });
    expect(await dispatchInsights(systemContext())).toEqual({ dispatched: 0 });
  });

  it("are written once for a week, whoever writes", async () => {
    await live();
    at(MONDAY_TWO);
    const shout: InsightWriter = async (findings) =>
      findings.map((finding) => ({
        ...{ finding, title: finding.title.toUpperCase(), text: finding.text },
        ...{ action: finding.action, writtenBy: "model", model: "m-1", factsHash: "f" },
      }));
    const first = await writeWeeklyInsights(await context(), WEEK, shout);
    expect(first.written).toBe(3);
    expect(await writeWeeklyInsights(await context(), WEEK)).toEqual({ written: 0 });
    expect((await current())[0]).toMatchObject({ writtenBy: "model", model: "m-1" });
  });

  it("are told anew on request, with the old ones ended", async () => {
    await live();
    const one = await evaluateInsights(await context(), "asked");
    expect(one).toEqual({ ended: 0, written: 3 });
    expect(await evaluateInsights(await context(), "asked")).toEqual({ ended: 3, written: 3 });
    expect(await ended()).toEqual([{ because: "asked", count: 3 }]);
    expect(await current()).toHaveLength(3);
  });

  it.each([
    ["injury", "injury", 3],
    ["illness", "illness", 3],
    ["race", "new_goal", 3],
    ["travel", "", 0],
    ["note", "", 0],
  ] as const)("end by a logged %s where it makes them old", async (kind, because, count) => {
    await live();
    await evaluateInsights(await context(), "asked");
    const event = { kind, title: "Something", fromDay: SUNDAY, toDay: addDays(SUNDAY, 3) };
    const added = await addContext(await context(), event);
    expect(added.insightsEnded).toBe(count);
    expect(await ended()).toEqual(count === 0 ? [] : [{ because, count }]);
  });

  it("end by symptoms that are ticked in the check-in, and when they are taken back", async () => {
    await live();
    await evaluateInsights(await context(), "asked");
    const checkIn = async (hasSymptoms: boolean) => {
      const answers = { readiness: 3, soreness: 3, mood: 3, stress: 3, note: null };
      await recordCheckIn(await context(), { ...answers, hasSymptoms });
    };
    await checkIn(false);
    expect(await ended()).toEqual([]);
    await checkIn(true);
    expect(await ended()).toEqual([{ because: "illness", count: 3 }]);
    // The same again is no news.
    await checkIn(true);
    expect(await ended()).toEqual([{ because: "illness", count: 3 }]);
    at("2026-11-22T12:00:01Z");
    await checkIn(false);
    expect((await ended())[0]?.count).toBeGreaterThan(3);
  });

  it("end with the debriefs of the days of an illness, and with no others", async () => {
    await live();
    const debriefs = await debriefsOn([addDays(SUNDAY, -1), SUNDAY]);
    expect(debriefs).toHaveLength(2);
    const answers = { readiness: 2, soreness: 3, mood: 3, stress: 3, note: null };
    await recordCheckIn(await context(), { ...answers, hasSymptoms: true });
    expect(await openDebriefs()).toEqual([{ id: debriefs[0] }]);
    const days = { fromDay: addDays(SUNDAY, -3), toDay: addDays(SUNDAY, -1) };
    await addContext(await context(), { kind: "travel", title: "Away", ...days });
    expect(await openDebriefs()).toHaveLength(1);
    await addContext(await context(), { kind: "illness", title: "Cold", ...days });
    expect(await openDebriefs()).toEqual([]);
  });

  it("are not ended by a race that is over", async () => {
    await live();
    await evaluateInsights(await context(), "asked");
    const event = { title: "Spring race", fromDay: WEEK, toDay: WEEK };
    const added = await addContext(await context(), { ...event, kind: "race" });
    expect(added.insightsEnded).toBe(0);
  });

  it("are told anew when a morning brings a warning, and not again for the same", async () => {
    await live();
    at("2026-11-22T08:00:00Z");
    await evaluateInsights(await context(), "asked");
    expect(await detectors()).not.toContain("resting-hr-rising");
    expect(await watchPatterns(await context(), SUNDAY)).toEqual({ newWarnings: 0 });
    await live(7);
    expect(await watchPatterns(await context(), SUNDAY)).toEqual({ newWarnings: 1 });
    expect((await detectors())[0]).toBe("resting-hr-rising");
    expect(await watchPatterns(await context(), SUNDAY)).toEqual({ newWarnings: 0 });
    expect(await ended()).toEqual([{ because: "pattern_shift", count: 3 }]);
  });

  it("keep a thumb, take it back, and know no other athlete's", async () => {
    await live();
    await evaluateInsights(await context(), "asked");
    const insightId = (await current())[0]?.id ?? "";
    await rateInsight(await context(), { insightId, feedback: "up" });
    expect((await current())[0]).toMatchObject({ feedback: "up", feedbackAt: new Date() });
    await rateInsight(await context(), { insightId, feedback: null });
    expect((await current())[0]).toMatchObject({ feedback: null, feedbackAt: null });
    const other = (await createTestAthlete(database)).athleteId;
    await expect(
      rateInsight(await athleteContextForJob(other), { insightId, feedback: "down" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("have nothing to say of an athlete without data", async () => {
    expect(await evaluateInsights(await context(), "asked")).toEqual({ ended: 0, written: 0 });
    expect(await current()).toEqual([]);
  });
});

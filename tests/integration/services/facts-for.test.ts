import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { addContextEvent } from "@/db/mutations/add-context-event";
import { updateProfile } from "@/db/mutations/update-profile";
import { insightsOn } from "@/db/queries/insights-on";
import { DEMO_ATHLETE, demoCapacityOn } from "@/db/seed/demo-athlete";
import { demoCalendar } from "@/db/seed/demo-calendar";
import { demoFitFile } from "@/db/seed/demo-fit-file";
import { demoRecording } from "@/db/seed/demo-streams";
import { demoYear } from "@/db/seed/demo-year";
import { compactFacts } from "@/lib/assistant/build-prompt";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays, localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { addThreshold } from "@/lib/services/add-threshold";
import { deleteExpiredSourceData } from "@/lib/services/delete-expired-source-data";
import { evaluateInsights } from "@/lib/services/evaluate-insights";
import { factsFor } from "@/lib/services/facts-for";
import { registerUser } from "@/lib/services/register-user";
import { rewordingTask } from "@/lib/services/reword-insights";
import { importForTest } from "../../support/import-for-test";
import { eachDatabase } from "../../support/test-databases";
import { stravaFileOf } from "../../support/vendors/strava/strava-file-of";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-facts-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const RECENT_DAYS = 30;
/** Four signs or so make a token; numbers make more. */
const SIGNS_PER_TOKEN = 3;

eachDatabase("the facts of a day", (databases) => {
  const today = localDayAt(new Date(), DEMO_ATHLETE.timeZone);
  let ctx: AthleteContext;
  const facts = async (mayReadNotes = false) =>
    (await factsFor(ctx, { day: today, findings: [], mayReadNotes })).value;

  const rideOnStrava = () => {
    const startS = Date.parse(`${addDays(today, -3)}T18:00:10Z`) / 1000;
    const ride = { id: 71, name: "Evening Ride", sportType: "Ride", utcOffsetS: 3600, startS };
    const file = stravaFileOf({ ...ride, elapsedS: 1800, hasHeartRate: true });
    return importForTest(ctx, { "strava-71.json": file });
  };

  beforeAll(async () => {
    setDatabase(await databases.create());
    const account = { email: "facts@example.test", name: "Frida", password: "a-long-pass-phrase" };
    const { timeZone } = DEMO_ATHLETE;
    await registerUser(systemContext(), { ...account, timeZone }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(account.email);
    await ctx.tx((tx) => updateProfile(tx, { birthDate: localDate(DEMO_ATHLETE.birthDate) }));
    await addThreshold(ctx, {
      ...{ kind: "threshold_speed_mps", sport: "running", value: 3.6 },
      validFrom: addDays(today, -90),
    });
    await ctx.tx((tx) =>
      addContextEvent(tx, {
        ...{ kind: "injury", title: "Calf, after the stairs at home" },
        ...{ fromDay: addDays(today, -2), toDay: today },
      }),
    );
    const recent = demoCalendar(today, 1).sessions.filter(
      ({ day }) => day > addDays(today, -RECENT_DAYS),
    );
    const sessions = recent.map((session, i) => {
      const recording = demoRecording(session, demoCapacityOn(0), i + 1);
      const start = new Date(`${session.day}T08:00:00Z`);
      return [`${session.day}-${i}.fit`, demoFitFile(session, recording, start, 3600)] as const;
    });
    const nights = [...demoYear(today).nights].map(({ name, bytes }) => [name, bytes] as const);
    await importForTest(ctx, Object.fromEntries([...nights, ...sessions]));
  });
  afterAll(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  it("holds the morning, the nights, the load and the training in under 3000 tokens", async () => {
    const found = await facts();
    const ids = found.facts.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        ...["recovery.score", "workout.duration", "resting-hr.last", "resting-hr.mean-28"],
        ...["hrv.low", "sleep.mean-7", "form.now", "fitness.now", "load.week"],
        ...["load.change-week", "sessions.week", "threshold-pace.current"],
      ]),
    );
    expect(found.today?.decision).toMatch(/^(?:go|ease|rest)$/);
    expect(compactFacts(found).length / SIGNS_PER_TOKEN).toBeLessThan(3000);
  });

  it("tells nothing of who and where", async () => {
    const text = JSON.stringify(await facts());
    expect(text).not.toMatch(/Frida|facts@example|stairs|home/);
    expect(text).not.toContain(DEMO_ATHLETE.birthDate);
    expect(text).not.toContain(ctx.athleteId);
    expect(JSON.stringify(await facts(true))).toContain("stairs");
  });

  it("leaves out every sum that a ride from Strava is part of", async () => {
    await rideOnStrava();
    const found = await facts();
    const ids = found.facts.map(({ id }) => id);
    expect(ids).toContain("resting-hr.last");
    expect(
      ids
        .filter((id) => /load|form|fitness|fatigue|session|recovery|workout/.test(id))
        // Whole weeks before it hold nothing of it.
        .filter((id) => !/\.(?:week|month)-\d{4}/.test(id)),
    ).toEqual([]);
    const withIt = ids.filter((id) => Date.parse(id.slice(-10)) > Date.parse(addDays(today, -10)));
    expect(withIt.filter((id) => /^(?:load|duration)/.test(id))).toEqual([]);
    expect(found.today).toBeNull();
    expect(found.missing.filter((one) => one.includes("rules"))).toHaveLength(3);
    expect(JSON.stringify(found)).not.toMatch(/strava|evening ride/i);
  });

  it("leaves out what was told while the rides were there, also when they have been deleted", async () => {
    await rideOnStrava();
    await evaluateInsights(ctx, "asked");
    const told = await ctx.tx((tx) => insightsOn(tx, ctx.now));
    const withRides = told
      .filter(({ evidence }) => evidence.some(({ isFenced }) => isFenced))
      .map(({ detector }) => detector);
    expect(withRides).not.toEqual([]);
    const sent = async () =>
      (await rewordingTask(ctx))?.facts.findings.map(({ detector }) => detector) ?? [];
    const free = await sent();
    expect(free).toHaveLength(told.length - withRides.length);
    await ctx.tx(({ db }) =>
      db.execute(sql`update source_files set created_at = now() - interval '8 days'
        where kind = 'strava_json'`),
    );
    await deleteExpiredSourceData(ctx);
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();
    expect((await facts()).facts.map(({ id }) => id)).toContain("load.week");
    expect(await sent()).toEqual(free);
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { rescheduleMorning } from "@/db/mutations/reschedule-morning";
import { morningOn } from "@/db/queries/morning-on";
import { rows } from "@/db/rows";
import { runAsSystem } from "@/db/run-as-system";
import { dispatchDueMornings } from "@/inngest/functions/dispatch-mornings";
import { morning } from "@/inngest/functions/morning";
import { recomputeChangedDays } from "@/inngest/functions/recompute-days";
import { type Jobs, startJobs } from "@/inngest/start-jobs";
import { athleteContextForJob, systemContext } from "@/lib/auth/context";
import { addDays, eachDay, type LocalDate, localDate } from "@/lib/dates/local-date";
import { nextMorning } from "@/lib/dates/next-morning";
import { createLogger } from "@/lib/logger";
import { connectSource } from "@/lib/services/connect-source";
import { dispatchMornings } from "@/lib/services/dispatch-mornings";
import { recordCheckIn } from "@/lib/services/record-check-in";
import { syncForMorning } from "@/lib/services/sync-for-morning";
import { updateProfile } from "@/lib/services/update-profile";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";
import { type GarminServer, startGarminServer } from "@/tests/support/vendors/garmin/garmin-server";

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-mornings-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");

let garmin: GarminServer;
beforeAll(async () => {
  garmin = await startGarminServer();
  vi.stubEnv("FORMLINE_GARMIN_PERSONAL_URL", garmin.url);
});
afterAll(async () => {
  await garmin.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const DAY = localDate("2026-11-21");
/** 06:04 in Paris. */
const MORNING = "2026-11-21T05:04:00Z";
const MINUTE_MS = 60_000;
const STEPS = ["sync", "wellness", "load", "recovery", "decision", "recommendation"];

const at = (time: string | Date) => vi.setSystemTime(new Date(time));

eachDatabase("mornings", (databases) => {
  let database: OpenDatabase;
  let athleteId: string;
  let jobs: Jobs | null = null;

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    at("2026-11-20T12:00:00Z");
    database = await databases.create();
    setDatabase(database);
    athleteId = (await createTestAthlete(database)).athleteId;
    const ctx = await context();
    await ctx.tx((tx) => rescheduleMorning(tx, nextMorning(ctx.now, ctx.timeZone, 360)));
  });
  afterEach(async () => {
    await jobs?.stop();
    jobs = null;
    vi.useRealTimers();
  });
  afterAll(() => setDatabase(null));

  const context = () => athleteContextForJob(athleteId);
  const select = async (query: string) =>
    runAsSystem(database)(async ({ db }) =>
      rows<Record<string, unknown>>(await db.execute(sql.raw(query))),
    );
  const night = (day: LocalDate, hrvRmssdMs?: number) => ({
    ...{ day, source: "garmin:sleep", sleepS: 27_000, restingHrBpm: 48 },
    ...(hrvRmssdMs === undefined ? {} : { hrvRmssdMs }),
  });
  const nights = async (...observations: ReturnType<typeof night>[]) =>
    (await context()).tx((tx) => mergeWellnessDays(tx, observations));
  const twoWeeks = () =>
    nights(...eachDay(addDays(DAY, -14), addDays(DAY, -1)).map((day) => night(day, 60)));
  /** A Garmin account of the athlete's, with every night until DAY. */
  const connect = async () => {
    const account = garmin.account({ firstDay: "2026-11-01", lastDay: DAY, activities: 0 });
    const ctx = await context();
    const signedIn = await ctx.ports.sources.pasted("garmin_personal")?.signIn(account.key);
    if (!signedIn) throw new Error("Garmin is not set up.");
    await connectSource(ctx, "garmin_personal", signedIn);
    return account;
  };
  const answer = async (day = DAY) => (await context()).tx((tx) => morningOn(tx, day));
  const stepsOf = async () =>
    (
      await select(
        "select s.name from job_steps s join job_runs r on r.id = s.run_id where r.function_id like '%-morning' order by r.created_at, s.seq",
      )
    ).map((row) => row.name);
  const announced = async () =>
    (
      await select(
        "select data ->> 'day' as day from job_events where name = 'morning/answered' order by seq",
      )
    ).map((row) => row.day);

  /** Lets the jobs do all that is due at that time. */
  async function comes(time: string | Date): Promise<void> {
    at(time);
    jobs ??= await startJobs({
      mode: { kind: "embedded" },
      functions: (inngest) =>
        [dispatchDueMornings, morning, recomputeChangedDays].map((define) => define(inngest)),
      runAsSystem: runAsSystem(database),
      log: createLogger("error"),
      isAlone: true,
    });
    await jobs.drain();
  }
  /** Five minutes after the last look the dispatcher looks again. */
  const passes = async (from: string, to: string, minutes = 5) => {
    for (let ms = Date.parse(from); ms <= Date.parse(to); ms += minutes * MINUTE_MS) {
      await comes(new Date(ms));
    }
  };

  it("are answered by named steps, once, and announced once", async () => {
    await twoWeeks();
    await nights(night(DAY, 58));
    await comes("2026-11-21T04:50:00Z");
    expect(await answer()).toBeNull();
    await passes(MORNING, "2026-11-21T05:20:00Z");
    expect(await stepsOf()).toEqual(STEPS);
    expect(await answer()).toMatchObject({
      progress: null,
      revisions: [],
      recovery: { score: expect.any(Number) },
    });
    expect(await announced()).toEqual([DAY]);
    expect(await select("select draft from athlete_schedules")).toEqual([{ draft: null }]);
  });

  it("go on without what is not in, look for it again, and say what it changed", async () => {
    const account = await connect();
    account.setLastNight(addDays(DAY, -1));
    await passes("2026-11-21T04:50:00Z", MORNING, 14);
    const first = await answer();
    const since = MORNING.replace("Z", ".000Z");
    expect(first).toMatchObject({
      recovery: { score: null },
      progress: {
        ...{ awaited: ["hrv", "rhr", "sleep"], unreached: [], since },
        nextTryAt: "2026-11-21T05:34:00.000Z",
      },
    });
    await comes("2026-11-21T05:35:00Z");
    expect((await answer())?.progress, "still not in").toMatchObject({
      since,
      nextTryAt: "2026-11-21T06:05:00.000Z",
    });
    account.setLastNight(null);
    await comes("2026-11-21T06:12:00Z");
    const last = await answer();
    const score = Math.round(last?.recovery.score ?? Number.NaN);
    expect(last).toMatchObject({
      progress: null,
      computedAt: new Date("2026-11-21T06:12:00Z"),
      revisions: [
        {
          at: "2026-11-21T06:12:00.000Z",
          score: { from: null, to: score },
          decision: { from: first?.decision.decision, to: last?.decision.decision },
          because: `HRV came in at ${account.day(DAY)?.hrvMs} ms`,
        },
      ],
    });
    expect(await announced(), "once a day").toEqual([DAY]);
  });

  it("stop looking at noon", async () => {
    const account = await connect();
    account.setLastNight(addDays(DAY, -1));
    await (await context()).tx((tx) => rescheduleMorning(tx, new Date("2026-11-21T09:30:00Z")));
    await passes("2026-11-21T09:30:00Z", "2026-11-21T12:00:00Z", 31);
    const last = await answer();
    expect(last?.progress).toMatchObject({ awaited: ["hrv", "rhr", "sleep"], nextTryAt: null });
    expect(last?.computedAt.getTime()).toBeLessThan(Date.parse("2026-11-21T11:05:00Z"));
    expect(
      await select("select count(*)::int as n from job_runs where status = 'waiting'"),
    ).toEqual([{ n: 0 }]);
  });

  it("wait for nothing where there is no source to ask", async () => {
    await twoWeeks();
    await nights(night(DAY));
    await passes("2026-11-21T04:50:00Z", MORNING, 14);
    expect((await answer())?.progress).toMatchObject({ awaited: ["hrv"], nextTryAt: null });
  });

  it("go on with what is stored while the vendor is down, and say so", async () => {
    const account = await connect();
    account.setLastNight(addDays(DAY, -1));
    at("2026-11-21T04:50:00Z");
    await syncForMorning(await context());
    await comes("2026-11-21T04:50:00Z");
    garmin.fail({ path: /./, status: 500, times: 100 });
    for (const second of [0, 5, 10, 20, 40, 80]) {
      await comes(new Date(Date.parse(MORNING) + second * 1000));
    }
    const last = await answer();
    expect(last?.progress).toMatchObject({
      awaited: ["hrv", "rhr", "sleep"],
      unreached: ["garmin_personal"],
      nextTryAt: expect.any(String),
    });
    expect(await announced()).toEqual([DAY]);
    expect(await select("select count(*)::int as n from job_dead_letters")).toEqual([{ n: 0 }]);
    while ((await fetch(`${garmin.url}/up`)).status === 500);
  });

  it("keep a newer answer that a check-in made meanwhile", async () => {
    await twoWeeks();
    await nights(night(DAY, 58));
    await comes("2026-11-21T04:50:00Z");
    await comes(MORNING);
    at("2026-11-21T05:30:00Z");
    const felt = { readiness: 1, soreness: 1, mood: 1, stress: 1, hasSymptoms: true, note: null };
    await recordCheckIn(await context(), felt);
    await comes("2026-11-21T05:31:00Z");
    const last = await answer();
    expect(last?.decision.decision).toBe("rest");
    expect(last?.revisions.map((one) => one.because)).toEqual(["your check-in"]);
  });

  it("make up for two days without a server", async () => {
    await twoWeeks();
    await nights(night(DAY, 58));
    await passes("2026-11-21T04:50:00Z", MORNING, 14);
    await nights(...[1, 2, 3].map((days) => night(addDays(DAY, days), 57)));
    // Back at three at night: the last morning that has come is yesterday's.
    await comes("2026-11-24T02:00:00Z");
    expect(
      (await select("select day::text from mornings order by day")).map((row) => row.day),
    ).toEqual([0, 1, 2].map((days) => addDays(DAY, days)));
    await passes("2026-11-24T04:58:00Z", "2026-11-24T05:08:00Z");
    expect(await answer(addDays(DAY, 3))).not.toBeNull();
    expect(await announced()).toEqual([DAY, addDays(DAY, 2), addDays(DAY, 3)]);
  });

  /** Looks every five minutes, as the schedule does; the days whose mornings were started. */
  async function started(from: Date, hours: number): Promise<void> {
    for (
      let ms = from.getTime();
      ms < from.getTime() + hours * 60 * MINUTE_MS;
      ms += 5 * MINUTE_MS
    ) {
      at(new Date(ms));
      await dispatchMornings(systemContext());
    }
  }
  const startedDays = async () =>
    (
      await select(
        "select data ->> 'day' as day, name from job_events where name = 'morning/due' order by seq",
      )
    ).map((row) => row.day as LocalDate);

  it.each([
    ["Europe/Paris", "2026-03-29", 150],
    ["Europe/Paris", "2026-10-25", 150],
    ["America/New_York", "2026-11-01", 90],
    ["Europe/Paris", "2026-10-25", 360],
  ])(
    "come once on the day that the clocks change (%s, %s, minute %i)",
    async (timeZone, text, morningMinute) => {
      const day = localDate(text);
      at(`${addDays(day, -1)}T18:00:00Z`);
      const ctx = await context();
      await ctx.tx((tx) => rescheduleMorning(tx, nextMorning(ctx.now, ctx.timeZone, 360)));
      await updateProfile(ctx, { timeZone, morningMinute });
      await started(new Date(), 42);
      expect(await startedDays()).toEqual([day, addDays(day, 1)]);
    },
  );

  it("come once for each local day, however one travels", async () => {
    const zones = [
      "Europe/Paris",
      "Pacific/Auckland",
      "Pacific/Honolulu",
      "Asia/Kathmandu",
      "Pacific/Kiritimati",
    ];
    const stay = fc.record({
      timeZone: fc.constantFrom(...zones),
      hours: fc.integer({ min: 1, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(stay, { minLength: 1, maxLength: 4 }), async (stays) => {
        at("2026-11-20T12:00:00Z");
        athleteId = (await createTestAthlete(database)).athleteId;
        await select("delete from job_events");
        let ctx = await context();
        await ctx.tx((tx) => rescheduleMorning(tx, nextMorning(ctx.now, ctx.timeZone, 360)));
        await started(new Date(), 20);
        for (const { timeZone, hours } of stays) {
          ctx = await context();
          await updateProfile(ctx, { timeZone });
          await started(new Date(), hours);
        }
        const own = (
          await select(
            `select data ->> 'day' as day from job_events where name = 'morning/due' and data ->> 'athleteId' = '${athleteId}' order by seq`,
          )
        ).map((row) => row.day as LocalDate);
        expect(own).toEqual(eachDay(own[0] as LocalDate, own.at(-1) as LocalDate));
      }),
      { numRuns: databases.driver === "pglite" ? 4 : 8 },
    );
  }, 180_000);
});

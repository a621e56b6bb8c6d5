import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { activityRecordings } from "@/db/queries/activity-recordings";
import { rows } from "@/db/rows";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  athleteContextForJob,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { deleteExpiredSourceData } from "@/lib/services/delete-expired-source-data";
import { dispatchExpiredSourceData } from "@/lib/services/dispatch-expired-source-data";
import { registerUser } from "@/lib/services/register-user";
import { importForTest } from "@/tests/support/import-for-test";
import { eachDatabase } from "@/tests/support/test-databases";
import { bikeComputerFile } from "@/tests/support/two-devices";
import { stravaFileOf } from "@/tests/support/vendors/strava/strava-file-of";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-strava-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const TIME_ZONE = "Europe/Paris";

eachDatabase("what comes from Strava", (databases) => {
  const day = addDays(localDayAt(new Date(), TIME_ZONE), -5);
  const computer = bikeComputerFile(day);
  const ride = {
    ...{ id: 17, name: "Lunch Ride", sportType: "Ride", utcOffsetS: 3600, elapsedS: 1800 },
    ...{ startS: Date.parse(`${day}T09:00:10Z`) / 1000, hasHeartRate: true },
  };
  let athletes = 0;

  beforeAll(async () => {
    setDatabase(await databases.create());
  });
  afterAll(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  async function newAthlete(): Promise<AthleteContext> {
    athletes += 1;
    const email = `strava-${athletes}@example.test`;
    const account = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    return athleteContextForCommandLine(email);
  }
  const select = (ctx: AthleteContext, query: string) =>
    ctx.tx(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));
  const activitiesOf = (ctx: AthleteContext) =>
    select(ctx, "select id, title, avg_power_w, avg_heart_rate_bpm, load from activities");
  const loads = (ctx: AthleteContext) =>
    select(ctx, "select day, sport, load, duration_s, fitness from daily_loads order by 1, 2");

  it("is an activity like any other, and the same again changes nothing", async () => {
    const ctx = await newAthlete();
    await importForTest(ctx, { "strava-17.json": stravaFileOf(ride) });
    const [activity, ...more] = await activitiesOf(ctx);
    expect(more).toEqual([]);
    expect(activity).toMatchObject({ title: "Lunch Ride", avg_power_w: null });
    expect(activity?.avg_heart_rate_bpm).toBeCloseTo(142, 0);
    const again = await importForTest(ctx, { "strava-17.json": stravaFileOf(ride) });
    expect(again).toMatchObject({ summary: { duplicate: 1 }, rows: [{ reasonCode: "same_file" }] });
    const renamed = { ...ride, name: "Renamed" };
    await importForTest(ctx, { "strava-17.json": stravaFileOf(renamed) });
    expect(await activitiesOf(ctx)).toMatchObject([{ id: activity?.id, title: "Renamed" }]);
  });

  it("belongs to the day that it was there: on a journey, and when the clocks change", async () => {
    const ctx = await newAthlete();
    const hour = 3600;
    const known = [
      // Beyond the date line and back: the day of the athlete's own time zone is another one.
      ["2026-11-11T22:00:00Z", 13 * hour, "2026-11-12", false],
      ["2026-11-13T07:00:00Z", -10 * hour, "2026-11-12", false],
      // The night in which an hour is left out, and the evening after it.
      ["2026-03-28T23:30:00Z", hour, "2026-03-29", false],
      ["2026-03-29T01:10:00Z", 2 * hour, "2026-03-29", false],
      ["2026-03-29T22:30:00Z", 2 * hour, "2026-03-30", false],
      // The night in which an hour comes twice, and the evening of 25 hours.
      ["2026-10-25T00:30:00Z", 2 * hour, "2026-10-25", false],
      ["2026-10-25T01:30:00Z", hour, "2026-10-25", false],
      ["2026-10-25T22:59:00Z", hour, "2026-10-25", false],
      ["2026-10-25T23:01:00Z", hour, "2026-10-26", false],
      // With a hidden start as well.
      ["2026-11-14T22:00:00Z", 13 * hour, "2026-11-15", true],
      ["2026-03-29T09:00:00Z", 2 * hour, "2026-03-29", true],
    ] as const;
    const titled = known.map(([instant, utcOffsetS, day, isStartHidden], i) => {
      const startS = Date.parse(instant) / 1000;
      const name = `${i} ${day}`;
      // Of two as long as each other on one day, a hidden start would make one.
      const at = { startS, utcOffsetS, isStartHidden, elapsedS: isStartHidden ? 2400 : 600 };
      return { ...ride, ...at, id: 100 + i, name, sportType: i % 2 === 0 ? "Ride" : "Run" };
    });
    const files = titled.map((one) => [`strava-${one.id}.json`, stravaFileOf(one)] as const);
    await importForTest(ctx, Object.fromEntries(files));
    const stored = await select(ctx, "select title, day::text, utc_offset_s from activities");
    expect(stored).toHaveLength(known.length);
    for (const { title, day } of stored)
      expect(day, String(title)).toBe(String(title).split(" ")[1]);
    const offsets = Object.fromEntries(stored.map((row) => [row.title, row.utc_offset_s]));
    expect(offsets).toEqual(Object.fromEntries(titled.map((one) => [one.name, one.utcOffsetS])));
  });

  it.each([
    ["before", ["strava-17.json", "computer.fit"]],
    ["after", ["computer.fit", "strava-17.json"]],
  ])("is only linked where there is a file, when it comes %s", async (_when, order) => {
    const alone = await newAthlete();
    await importForTest(alone, { "computer.fit": computer });
    const ctx = await newAthlete();
    for (const name of order) {
      await importForTest(ctx, { [name]: name === "computer.fit" ? computer : stravaFileOf(ride) });
    }
    const [activity, ...more] = await activitiesOf(ctx);
    expect(more).toEqual([]);
    const [own] = await activitiesOf(alone);
    expect({ ...activity, id: null }).toEqual({ ...own, id: null });
    expect(activity?.avg_heart_rate_bpm).toBeNull();
    expect(await loads(ctx)).toEqual(await loads(alone));
    const recordings = await ctx.tx((tx) => activityRecordings(tx, String(activity?.id)));
    expect(recordings.map(({ fileName, isBase }) => [fileName, isBase])).toEqual([
      ["computer.fit", true],
      ["strava-17.json", false],
    ]);
    expect(recordings.flatMap(({ wins }) => wins)).toEqual([]);
  });

  const filesOf = (ctx: AthleteContext) => select(ctx, "select kind from source_files order by 1");
  /** As if all that is kept had been fetched so many days ago. */
  const age = (ctx: AthleteContext, days: number) =>
    select(
      ctx,
      `update source_files set created_at = now() - interval '${days} days' returning id`,
    );
  /** What the clock starts every hour, and the deletion that follows. */
  async function hourly() {
    const { athleteIds } = await dispatchExpiredSourceData(systemContext());
    for (const id of athleteIds) await deleteExpiredSourceData(await athleteContextForJob(id));
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();
    return athleteIds;
  }

  it("is deleted seven days after it was fetched, with the load that came from it", async () => {
    const ctx = await newAthlete();
    await importForTest(ctx, { "strava-17.json": stravaFileOf(ride) });
    const other = { ...ride, id: 18, startS: ride.startS - 86_400 };
    await importForTest(ctx, { "strava-18.json": stravaFileOf(other) });
    expect(await loads(ctx)).not.toEqual([]);
    await age(ctx, 6);
    expect(await hourly()).not.toContain(ctx.athleteId);
    expect(await activitiesOf(ctx)).toHaveLength(2);
    await age(ctx, 7);
    expect(await hourly()).toContain(ctx.athleteId);
    expect(await activitiesOf(ctx)).toEqual([]);
    expect(await filesOf(ctx)).toEqual([]);
    expect((await loads(ctx)).filter(({ load }) => Number(load) > 0)).toEqual([]);
    const left = await select(ctx, "select name from import_files");
    expect(JSON.stringify(left)).not.toContain("strava");
    expect(await hourly()).not.toContain(ctx.athleteId);
  });

  it("leaves the activity where there is a file of it, and every other", async () => {
    const ctx = await newAthlete();
    await importForTest(ctx, { "strava-17.json": stravaFileOf(ride), "computer.fit": computer });
    const before = { activities: await activitiesOf(ctx), loads: await loads(ctx) };
    await age(ctx, 400);
    await hourly();
    expect({ activities: await activitiesOf(ctx), loads: await loads(ctx) }).toEqual(before);
    expect(await filesOf(ctx)).toEqual([{ kind: "fit" }]);
  });

  it("is forgotten of the vendor's list as well, but not fetched again", async () => {
    const ctx = await newAthlete();
    await importForTest(ctx, { "strava-17.json": stravaFileOf(ride) });
    await select(
      ctx,
      `with made as (insert into connections (athlete_id, provider, label)
         values ('${ctx.athleteId}', 'strava', 'Mara') returning id)
       insert into remote_activities (athlete_id, connection_id, external_id, title, started_at, version, status, seen_at)
       select '${ctx.athleteId}', id, external_id, 'Lunch Ride', now(), 'v', status, seen_at from made,
         (values ('17', 'fetched', now() - interval '8 days'), ('18', 'fetched', now()),
           ('19', 'waiting', now() - interval '8 days')) as known(external_id, status, seen_at)
       returning external_id`,
    );
    await age(ctx, 8);
    await hourly();
    expect(
      await select(ctx, "select external_id, title, status from remote_activities order by 1"),
    ).toEqual([
      { external_id: "17", title: null, status: "fetched" },
      { external_id: "18", title: "Lunch Ride", status: "fetched" },
      { external_id: "19", title: "Lunch Ride", status: "waiting" },
    ]);
  });

  it.each([
    ["before", true],
    ["after", false],
  ])("counts once although Strava hides when it began, %s the file", async (_when, isFirst) => {
    const ctx = await newAthlete();
    const hidden = { "strava-17.json": stravaFileOf({ ...ride, isStartHidden: true }) };
    const file = { "computer.fit": computer };
    for (const files of isFirst ? [hidden, file] : [file, hidden]) await importForTest(ctx, files);
    expect(await activitiesOf(ctx)).toHaveLength(1);
    // Another one of that day, twice as long, is one of its own.
    const longer = { ...ride, id: 18, elapsedS: 3600, isStartHidden: true };
    await importForTest(ctx, { "strava-18.json": stravaFileOf(longer) });
    expect(await activitiesOf(ctx)).toHaveLength(2);
  });
});

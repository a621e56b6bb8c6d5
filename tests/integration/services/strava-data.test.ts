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
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { stopRunningJobs } from "@/lib/runtime/running-jobs";
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

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { addContextEvent } from "@/db/mutations/add-context-event";
import { activityCurves } from "@/db/queries/activity-curves";
import { curveSports } from "@/db/queries/curve-sports";
import { curvesBetween } from "@/db/queries/curves-between";
import { raceEfforts } from "@/db/queries/race-efforts";
import { topEfforts } from "@/db/queries/top-efforts";
import { rows } from "@/db/rows";
import { demoCapacityOn } from "@/db/seed/demo-athlete";
import { type DemoSession, demoCalendar } from "@/db/seed/demo-calendar";
import { demoFitFile } from "@/db/seed/demo-fit-file";
import { demoRecording } from "@/db/seed/demo-streams";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { addThreshold } from "@/lib/services/add-threshold";
import { announceStart } from "@/lib/services/announce-start";
import { describeRaceOutlook } from "@/lib/services/describe-race-outlook";
import { dispatchMissingCurves } from "@/lib/services/dispatch-missing-curves";
import { drawStreams } from "@/lib/services/draw-streams";
import { estimateCriticalPower } from "@/lib/services/estimate-critical-power";
import { registerUser } from "@/lib/services/register-user";
import { curveEnvelope } from "@/lib/training/capacity/curve-envelope";
import { CURVE_DURATIONS_S } from "@/lib/training/capacity/mean-maximal-curve";
import { importForTest } from "../../support/import-for-test";
import { eachDatabase } from "../../support/test-databases";
import { fitFileOf } from "../../support/training-files";

vi.setConfig({ testTimeout: 120_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-bests-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const FIVE_MINUTES = CURVE_DURATIONS_S.indexOf(300);

function fileOfSession(session: DemoSession, i: number): [name: string, bytes: Uint8Array] {
  const recording = demoRecording(session, demoCapacityOn(0), i + 1);
  const start = new Date(`${session.day}T08:00:00Z`);
  return [`${session.day}.fit`, demoFitFile(session, recording, start, 3600)];
}

eachDatabase("curves and best efforts", (databases) => {
  const today = localDayAt(new Date(), "Europe/Paris");
  let ctx: AthleteContext;

  const stored = () =>
    ctx.tx(async ({ db }) => ({
      curves: rows<{ kind: string; bests: string }>(
        await db.execute(
          sql`select kind, encode(bests, 'hex') as bests from activity_curves order by activity_id, kind`,
        ),
      ),
      efforts: rows<{ distance_m: number }>(
        await db.execute(
          sql`select distance_m, duration_s from best_efforts order by activity_id, distance_m`,
        ),
      ),
    }));
  const rides = (days: number) =>
    ctx.tx((tx) =>
      curvesBetween(tx, {
        sport: "cycling",
        kind: "power",
        from: addDays(today, -days),
        to: today,
      }),
    );

  beforeAll(async () => {
    setDatabase(await databases.create());
    const account = { email: "bests@example.test", name: "Ada", password: "a-long-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: "Europe/Paris" }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(account.email);
    await importForTest(ctx, {
      "old.fit": fitFileOf(addDays(today, -60), "cycling", 1.05),
      "new.fit": fitFileOf(addDays(today, -3), "cycling", 0.8),
      "run.fit": fitFileOf(addDays(today, -2), "running", 1),
    });
  });
  afterAll(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  it("are kept with the analysis of every activity", async () => {
    expect(await ctx.tx(curveSports)).toEqual([
      { sport: "cycling", kind: "heart_rate" },
      { sport: "cycling", kind: "power" },
      { sport: "cycling", kind: "speed" },
      { sport: "running", kind: "graded_speed" },
      { sport: "running", kind: "heart_rate" },
      { sport: "running", kind: "speed" },
    ]);
    const [run] = await ctx.tx((tx) =>
      topEfforts(tx, { sport: "running", from: null, to: today, places: 3 }),
    );
    expect(run).toMatchObject({ distanceM: 400, day: addDays(today, -2) });
    // 400 m at threshold, 3.8 m/s, give or take the ground.
    expect(run?.durationS).toBeGreaterThan(85);
    expect(run?.durationS).toBeLessThan(125);
    const curves = await ctx.tx((tx) => activityCurves(tx, run?.activityId ?? ""));
    expect(curves.map(({ kind }) => kind)).toEqual(["graded_speed", "heart_rate", "speed"]);
    expect(curves[2]?.starts[FIVE_MINUTES]).toBeGreaterThanOrEqual(0);
  });

  it("make an envelope of the days that are asked for", async () => {
    const [recent, all] = [await rides(42), await rides(90)];
    expect(recent).toHaveLength(1);
    expect(all).toHaveLength(2);
    const best = curveEnvelope(all);
    expect(best.activityIds[FIVE_MINUTES]).toBe(all[0]?.activityId);
    expect(best.bests[FIVE_MINUTES]).toBeGreaterThan(recent[0]?.bests[FIVE_MINUTES] as number);
    const before = await ctx.tx((tx) =>
      curvesBetween(tx, {
        sport: "cycling",
        kind: "power",
        from: null,
        to: today,
        startedBefore: new Date(0),
      }),
    );
    expect(before).toEqual([]);
  });

  it("count as a race on the days that the athlete marked as one", async () => {
    expect(await ctx.tx((tx) => raceEfforts(tx, today))).toEqual([]);
    const day = addDays(today, -2);
    await ctx.tx((tx) =>
      addContextEvent(tx, { kind: "race", title: "Mile", fromDay: day, toDay: day }),
    );
    const efforts = await ctx.tx((tx) => raceEfforts(tx, today));
    expect(efforts[0]).toMatchObject({ distanceM: 400, day });
    expect(await ctx.tx((tx) => raceEfforts(tx, addDays(today, -3)))).toEqual([]);
  });

  it("stay the same through an analysis with other thresholds", async () => {
    const before = await stored();
    expect(before.curves).toHaveLength(9);
    await addThreshold(ctx, {
      kind: "ftp_w",
      sport: "cycling",
      value: 240,
      validFrom: addDays(today, -80),
    });
    await (await startRunningJobs()).drain();
    expect(await stored()).toEqual(before);
  });

  it("make no critical power of too few rides, and an outlook of a single run", async () => {
    const { fit, reason } = await ctx.tx((tx) => estimateCriticalPower(tx, today));
    expect(fit).toBeNull();
    expect(reason).toMatch(/at least three rides within 90 days/);
    const outlook = await ctx.tx((tx) => describeRaceOutlook(tx, today));
    expect(outlook.from?.day).toBe(addDays(today, -2));
    expect(outlook.predictions.map(({ distanceM }) => distanceM)).toEqual([
      5000, 10_000, 21_097.5, 42_195,
    ]);
    expect(outlook.backtest.insideShare).toBeNull();
    expect(outlook.races).toBe(1);
  });

  it("give a critical power and a W′ balance from rides that were all out", async () => {
    const account = { email: "cp@example.test", name: "Eva", password: "a-long-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: "Europe/Paris" }, LOCAL_ORIGIN);
    const rider = await athleteContextForCommandLine(account.email);
    const sessions = demoCalendar(today, 1).sessions.filter(({ name }) => name.includes("all out"));
    expect(sessions.length).toBeGreaterThanOrEqual(4);
    await importForTest(rider, Object.fromEntries(sessions.map(fileOfSession)));
    const { fit, reason } = await rider.tx((tx) => estimateCriticalPower(tx, today));
    expect(reason).toBeNull();
    // The capacities of the demo's last months: 228 W, ridden at 1.06 of it.
    expect(fit?.criticalPowerW).toBeGreaterThan(230);
    expect(fit?.criticalPowerW).toBeLessThan(255);
    const latest = sessions.at(-1)?.day ?? today;
    const [ride] = await rider.tx((tx) =>
      curvesBetween(tx, { sport: "cycling", kind: "power", from: latest, to: latest }),
    );
    const capacity = await rider.tx((tx) => estimateCriticalPower(tx, latest));
    const query = {
      ...{ points: 500, smooth: 0 },
      ...{ cp: capacity.fit?.criticalPowerW, wPrime: capacity.fit?.wPrimeJ },
    };
    const body = await drawStreams(rider, ride?.activityId ?? "", query);
    expect(body.lines.workBalanceJ?.max).toBeGreaterThan(8000);
    expect(body.lines.workBalanceJ?.min).toBeLessThan(6000);
    const [first] = await rider.tx((tx) =>
      curvesBetween(tx, { sport: "cycling", kind: "power", from: null, to: today }),
    );
    const earlier = await rider.tx((tx) => estimateCriticalPower(tx, first?.day ?? today));
    expect(earlier.fit).toBeNull();
    const before = await drawStreams(rider, first?.activityId ?? "", { points: 500, smooth: 0 });
    expect(Object.keys(before.lines)).toContain("powerW");
    expect(Object.keys(before.lines)).not.toContain("workBalanceJ");
  });

  it("come to activities of before the upgrade by themselves, and once", async () => {
    const before = await stored();
    await ctx.tx(async ({ db }) => {
      await db.execute(sql`update activities set curve_grid = null`);
      await db.execute(sql`delete from activity_curves`);
      await db.execute(sql`delete from best_efforts`);
    });
    const jobs = await startRunningJobs();
    await announceStart(systemContext());
    await announceStart(systemContext());
    await jobs.drain();
    expect(await stored()).toEqual(before);
    expect(await dispatchMissingCurves(systemContext())).toEqual({ athletes: 0 });
  });
});

import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { OpenDatabase } from "@/db/client";
import { encodeCurve } from "@/db/curves/curve-codec";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { openDatabase } from "@/db/open/open-database";
import { curvesBetween } from "@/db/queries/curves-between";
import { runAsAthlete } from "@/db/run-as-athlete";
import { activities, activityCurves } from "@/db/schema";
import { type SeededRandom, seededRandom } from "@/db/seed/seeded-random";
import { addDays, localDate } from "@/lib/dates/local-date";
import { newId } from "@/lib/ids";
import { curveEnvelope } from "@/lib/training/capacity/curve-envelope";
import { CURVE_DURATIONS_S, meanMaximalCurve } from "@/lib/training/capacity/mean-maximal-curve";
import { postgresBinaries, startPostgresCluster } from "@/tests/support/postgres-cluster";
import { createTestAthlete } from "@/tests/support/test-athlete";
import type { BenchFigure, BenchResult } from "./bench-result";
import { figure, median, result } from "./measure";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SPORTS_LIB = "node_modules/@sports-alliance/sports-lib/lib/esm/events/utilities";
const RIDE_S = 5 * 3600;
const RUNS = 15;
const CURVES = 5000;
const CHUNK = 500;
const SEASON_GOAL = "<= 100";
const FIRST_DAY = localDate("2020-01-01");

type Work = () => unknown;

/**
 * The power curve of a five-hour ride at one second against the definition, window by window,
 * and against another library; then the envelope of 5,000 stored curves on PostgreSQL, query
 * and unpacking included.
 */
export async function benchCurves(): Promise<BenchResult> {
  const random = seededRandom(5);
  const ride = rideOf(random, RIDE_S);
  const knots = CURVE_DURATIONS_S.filter((duration) => duration <= RIDE_S);
  const ours = time(() => meanMaximalCurve(ride, "zero"), RUNS);
  const naive = time(() => naiveCurve(ride.values, knots), 1);
  return result("curves", {
    ...(await season(random)),
    perSampleKnotNs: figure((ours * 1e6) / (RIDE_S * knots.length)),
    fiveHourRideMs: figure(ours),
    speedupOverNaive: figure(naive / ours, ">= 20"),
    ...(await againstSportsLib(ride.values, knots, ours)),
  });
}

function rideOf(random: SeededRandom, seconds: number) {
  const values = new Float64Array(seconds);
  let power = 180;
  for (let s = 0; s < seconds; s++) {
    power = 0.97 * power + 0.03 * 180 + 25 * random.normal();
    values[s] = Math.max(0, Math.round(power));
  }
  return { values, valid: new Uint8Array(seconds).fill(1) };
}

function time(work: Work, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return median(times);
}

function naiveCurve(values: Float64Array, knots: readonly number[]): number[] {
  return knots.map((duration) => {
    let best = 0;
    for (let start = 0; start + duration <= values.length; start++) {
      let sum = 0;
      for (let s = start; s < start + duration; s++) sum += values[s] as number;
      if (sum > best) best = sum;
    }
    return best / duration;
  });
}

/** Its function is not among the package's exports, so it is taken from its file. */
async function againstSportsLib(
  values: Float64Array,
  knots: readonly number[],
  ours: number,
): Promise<Record<string, BenchFigure>> {
  const file = path.join(ROOT, SPORTS_LIB, "activity.utilities.js");
  if (!existsSync(file)) {
    const note = "sports-lib has no such file any more";
    return { speedupOverSportsLib: figure(null, undefined, note) };
  }
  const { ActivityUtilities } = await import(pathToFileURL(file).href);
  const power = [...values];
  const activity = {
    hasStreamData: () => true,
    getStreamData: () => power,
    getStat: () => null,
  };
  const theirs = time(() => ActivityUtilities.calculateMeanMaxPower(activity, [...knots]), RUNS);
  return { sportsLibMs: figure(theirs), speedupOverSportsLib: figure(theirs / ours) };
}

async function season(random: SeededRandom): Promise<Record<string, BenchFigure>> {
  const binaries = postgresBinaries();
  if (binaries === null) {
    const note = "no PostgreSQL server binary on this machine";
    return { seasonMs: { value: null, goal: SEASON_GOAL, note } };
  }
  const cluster = await startPostgresCluster(binaries);
  try {
    await cluster.admin('create database bench owner "formline_owner"');
    const database = await openDatabase({ databaseUrl: cluster.url("bench") });
    try {
      await migrateDatabase(database, {
        folder: path.join(ROOT, "db/migrations"),
        log: () => undefined,
      });
      return { seasonMs: figure(await seasonMs(database, random), SEASON_GOAL) };
    } finally {
      await database.close();
    }
  } finally {
    await cluster.stop();
  }
}

async function seasonMs(database: OpenDatabase, random: SeededRandom): Promise<number> {
  const { athleteId } = await createTestAthlete(database);
  const run = runAsAthlete(database, athleteId);
  const curve = meanMaximalCurve(rideOf(random, 7200), "zero");
  for (let from = 0; from < CURVES; from += CHUNK) {
    await run(async ({ db }) => {
      const rides = Array.from({ length: CHUNK }, (_, i) => rideRow(from + i));
      await db.insert(activities).values(rides.map((ride) => ({ ...ride, athleteId })));
      await db.insert(activityCurves).values(
        rides.map(({ id }) => {
          const strength = random.between(0.8, 1.2);
          const bests = curve.bests.map((best) => best * strength);
          return {
            ...encodeCurve({ kind: "power", bests, starts: curve.starts }),
            activityId: id,
            athleteId,
          };
        }),
      );
    });
  }
  // What autovacuum would have done by the time that anybody has 5,000 rides.
  await database.transaction([], (db) => db.execute("analyze"));
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const started = performance.now();
    const to = addDays(FIRST_DAY, CURVES);
    const curves = await run((tx) =>
      curvesBetween(tx, { sport: "cycling", kind: "power", from: FIRST_DAY, to }),
    );
    if (curveEnvelope(curves).bests.length === 0 || curves.length !== CURVES) {
      throw new Error("The season is not what was stored.");
    }
    times.push(performance.now() - started);
  }
  return median(times);
}

function rideRow(index: number) {
  const day = addDays(FIRST_DAY, index);
  return {
    id: newId<string>(),
    sport: "cycling" as const,
    title: "Ride",
    startedAt: new Date(`${day}T08:00:00Z`),
    utcOffsetS: 0,
    day,
    elapsedS: 7200,
    timerS: 7200,
    device: { manufacturer: null, product: null, serial: null },
    analysedAt: new Date(`${day}T11:00:00Z`),
  };
}

/**
 * The best means of an activity over every length of time: power, heart rate, speed, and speed with the hills taken out;
 * of a ride also the power that came after so much work.
 * MMC-1 on the prepared streams, all on one grid; MMC-2 keeps spikes of power out, LIMIT-1 jumps of the position; DUR-1.
 * Reference: science.md 15 and 16.
 * Valid: a second without power is 0 W; a second without heart rate or speed ends the window.
 */
import type {
  AthleteSettings,
  Channel,
  RecordedActivity,
  Streams,
} from "../activity/activity-types";
import { groundSlope } from "../activity/ground-slope";
import { smoothAltitude } from "../activity/smooth-altitude";
import type { Sport } from "../activity/sports";
import { gradedSpeed } from "../load/graded-speed";
import { fastestSpeed } from "../race/fastest-speed";
import { durability } from "./durability";
import { highestAround } from "./highest-around";
import { CURVE_DURATIONS_S, type MeanMaximalCurve, meanMaximalCurve } from "./mean-maximal-curve";
import { withoutSpikes } from "./without-spikes";

/** Power of a ride after so many kJ per kg of body weight. */
export const TIRED_CURVES = [
  { kind: "power_after_10", afterKjPerKg: 10 },
  { kind: "power_after_20", afterKjPerKg: 20 },
  { kind: "power_after_30", afterKjPerKg: 30 },
  { kind: "power_after_40", afterKjPerKg: 40 },
  { kind: "power_after_50", afterKjPerKg: 50 },
] as const;
export type TiredCurveKind = (typeof TIRED_CURVES)[number]["kind"];

export const CURVE_KINDS = [
  "power",
  "heart_rate",
  "speed",
  "graded_speed",
  ...TIRED_CURVES.map(({ kind }) => kind),
] as const;
export type CurveKind = (typeof CURVE_KINDS)[number];

/** Name of what an analysis keeps of curves: activities analysed for another set are completed after an upgrade. */
export const CURVE_SET = "grid-1+durability";

export type ActivityCurve = MeanMaximalCurve & { readonly kind: CurveKind };

/** Nobody rides or skis faster than this on a public road or slope; a convention. */
const FASTEST_ON_WHEELS_MPS = 33;
/** A single second that much faster than the two before and after was the device; a convention. */
const LEAP = 1.25;
const LEAP_FROM_MPS = 3;
const LEAP_REACH_S = 2;
const SEARCHES = 8;

/** @returns only the kinds that have at least one point; W, bpm and m/s. */
export function activityCurves(
  recorded: Pick<RecordedActivity, "sport" | "isIndoor" | "timerS">,
  streams: Streams,
  { weightKg, gradedPaceModel }: Pick<AthleteSettings, "weightKg" | "gradedPaceModel">,
): ActivityCurve[] {
  const { powerW, heartRateBpm } = streams.channels;
  // In a pool a length has a time, and a second has no speed.
  const isInPool = recorded.sport === "swimming" && recorded.isIndoor;
  const speedMps = isInPool ? undefined : streams.channels.speedMps;
  const curves: ActivityCurve[] = [];
  const add = (kind: CurveKind, curve: MeanMaximalCurve) => {
    if ((curve.bests[0] ?? 0) > 0) curves.push({ kind, ...curve });
  };
  if (powerW) {
    const ridden = recorded.sport === "cycling" ? weightKg : null;
    for (const { kind, curve } of powerCurves(withoutSpikes(powerW, weightKg), ridden)) {
      add(kind, curve);
    }
  }
  if (heartRateBpm) add("heart_rate", meanMaximalCurve(heartRateBpm, "break"));
  if (speedMps) add("speed", humanCurve(speedMps, recorded.sport));
  if (speedMps && recorded.sport === "running") {
    const slope = slopeOf(recorded, streams);
    if (slope) {
      const graded = gradedSpeed(speedMps, slope, gradedPaceModel);
      add("graded_speed", humanCurve(graded, recorded.sport));
    }
  }
  return curves;
}

/** @param weightKg null where power after work is not judged. */
function powerCurves(
  power: Channel,
  weightKg: number | null,
): { kind: "power" | TiredCurveKind; curve: MeanMaximalCurve }[] {
  const steps = weightKg === null ? [] : durability(power, weightKg);
  const after = (kjPerKg: number) =>
    steps.find(({ afterKjPerKg }) => afterKjPerKg === kjPerKg)?.curve;
  return [
    { kind: "power", curve: after(0) ?? meanMaximalCurve(power, "zero") },
    ...TIRED_CURVES.flatMap(({ kind, afterKjPerKg }) => {
      const curve = after(afterKjPerKg);
      return curve === undefined ? [] : [{ kind, curve }];
    }),
  ];
}

function slopeOf(
  recorded: Pick<RecordedActivity, "isIndoor" | "timerS">,
  streams: Streams,
): Channel | null {
  const { altitudeM } = streams.channels;
  const smoothedAltitude = altitudeM ? smoothAltitude(altitudeM) : null;
  return groundSlope({ recorded, streams, smoothedAltitude, timerS: recorded.timerS }).slope;
}

/** The curve of what a human can have done: windows faster than that are taken out and searched again. */
function humanCurve(speed: Channel, sport: Sport): MeanMaximalCurve {
  const valid = speed.valid.slice();
  for (let s = 0; s < valid.length; s++) if (isLeap(speed, s)) valid[s] = 0;
  const cleaned = { values: speed.values, valid };
  let curve = meanMaximalCurve(cleaned, "break");
  for (let search = 0; search < SEARCHES; search++) {
    const knot = impossibleKnot(curve, sport);
    if (knot < 0) return curve;
    const start = curve.starts[knot] as number;
    valid.fill(0, start, start + (CURVE_DURATIONS_S[knot] as number));
    curve = meanMaximalCurve(cleaned, "break");
  }
  return impossibleKnot(curve, sport) < 0 ? curve : NO_CURVE;
}

function isLeap(speed: Channel, second: number): boolean {
  const value = speed.values[second] as number;
  if (speed.valid[second] === 0 || value <= LEAP_FROM_MPS) return false;
  if (value > FASTEST_ON_WHEELS_MPS) return true;
  // Nearly every second ends here: the one before it says enough.
  const before = speed.valid[second - 1] === 1 ? (speed.values[second - 1] as number) : 0;
  return value > LEAP * before && value > LEAP * highestAround(speed, second, LEAP_REACH_S);
}

function impossibleKnot({ bests }: MeanMaximalCurve, sport: Sport): number {
  return bests.findIndex((best, k) => best > fastestSpeed(sport, CURVE_DURATIONS_S[k] as number));
}

const NO_CURVE: MeanMaximalCurve = { bests: new Float64Array(0), starts: new Int32Array(0) };

/**
 * The best mean over every length of time, from one second to the whole activity.
 * MMC-1: for each duration the largest mean of a window, by prefix sums; a longer best holds for a shorter too.
 * Reference: the mean-maximal power curve of Allen & Coggan (2003).
 * Valid: 1 Hz channels without negative values; a second without a value is 0 W in power and breaks the window elsewhere.
 */
import type { Channel } from "../activity/activity-types";

/** Durations in s at which a curve is known, fixed so that curves can be compared point by point. */
export const CURVE_DURATIONS_S: readonly number[] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50, 60, 75, 90, 105, 120, 150, 180,
  210, 240, 300, 360, 420, 480, 540, 600, 660, 720, 780, 900, 1050, 1200, 1350, 1500, 1800, 2100,
  2400, 2700, 3000, 3600, 4200, 4800, 5400, 6300, 7200, 8100, 9000, 10_800, 12_600, 14_400, 16_200,
  18_000, 21_600, 25_200, 28_800, 36_000, 43_200, 57_600, 86_400,
];

/** Name and version of these durations, kept with every stored curve: a changed grid gets another. */
export const CURVE_GRID = "grid-1";

/** What a second without a value is: nothing done, or the end of the window. */
export type GapRule = "zero" | "break";

export type MeanMaximalCurve = {
  /** Best mean at each of CURVE_DURATIONS_S, up to the longest that has one; NaN where none has. */
  readonly bests: Float64Array;
  /** Second at which that best starts; -1 where there is none. */
  readonly starts: Int32Array;
};

export function meanMaximalCurve(channel: Channel, gaps: GapRule): MeanMaximalCurve {
  const sums = prefixSums(channel);
  const counts = gaps === "break" ? prefixCounts(channel.valid) : null;
  const highest = highestValue(channel);
  const length = channel.values.length;
  const knots = CURVE_DURATIONS_S.filter((duration) => duration <= length).length;
  const bests = new Float64Array(knots).fill(Number.NaN);
  const starts = new Int32Array(knots).fill(-1);
  for (let k = 0; k < knots; k++) {
    const duration = CURVE_DURATIONS_S[k] as number;
    const start = counts
      ? bestUnbroken(sums, counts, duration, highest)
      : bestWindow(sums, duration, highest);
    if (start < 0) continue;
    bests[k] = ((sums[start + duration] as number) - (sums[start] as number)) / duration;
    starts[k] = start;
  }
  repairMonotony(bests, starts);
  return trimmed(bests, starts);
}

/** Sum of the valid values before each second; one longer than the channel. */
export function prefixSums({ values, valid }: Channel): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let s = 0; s < values.length; s++) {
    sums[s + 1] = (sums[s] as number) + (valid[s] === 1 ? (values[s] as number) : 0);
  }
  return sums;
}

function prefixCounts(valid: Uint8Array): Int32Array {
  const counts = new Int32Array(valid.length + 1);
  for (let s = 0; s < valid.length; s++)
    counts[s + 1] = (counts[s] as number) + (valid[s] as number);
  return counts;
}

/**
 * Start of the window with the largest sum. A step adds no more than the highest value, so where
 * a window falls short, as many steps are left out as it would take to make up for that.
 */
function bestWindow(sums: Float64Array, duration: number, highest: number): number {
  const length = sums.length;
  const perUnit = 1 / highest;
  let best = Number.NEGATIVE_INFINITY;
  let start = -1;
  let end = duration;
  while (end < length) {
    const sum = (sums[end] as number) - (sums[end - duration] as number);
    if (sum > best) {
      best = sum;
      start = end - duration;
      end++;
    } else {
      end += Math.max(1, ((best - sum) * perUnit) | 0);
    }
  }
  return start;
}

/** The same among the windows without a gap. */
function bestUnbroken(
  sums: Float64Array,
  counts: Int32Array,
  duration: number,
  highest: number,
): number {
  const perUnit = 1 / highest;
  let best = Number.NEGATIVE_INFINITY;
  let start = -1;
  let end = duration;
  while (end < sums.length) {
    const sum = (sums[end] as number) - (sums[end - duration] as number);
    const isWhole = (counts[end] as number) - (counts[end - duration] as number) === duration;
    if (isWhole && sum > best) {
      best = sum;
      start = end - duration;
    }
    end += start < 0 ? 1 : Math.max(1, ((best - sum) * perUnit) | 0);
  }
  return start;
}

/** The highest valid value, at least a little above 0; values below 0 are nobody's best. */
function highestValue({ values, valid }: Channel): number {
  let highest = 1e-6;
  for (let s = 0; s < values.length; s++) {
    if (valid[s] === 1 && (values[s] as number) > highest) highest = values[s] as number;
  }
  return highest;
}

/** Within the window of a longer best lies a shorter one that is as good: grid effects only. */
function repairMonotony(bests: Float64Array, starts: Int32Array): void {
  for (let k = bests.length - 2; k >= 0; k--) {
    const longer = bests[k + 1] as number;
    if (Number.isNaN(longer) || (bests[k] as number) >= longer) continue;
    bests[k] = longer;
    starts[k] = starts[k + 1] as number;
  }
}

function trimmed(bests: Float64Array, starts: Int32Array): MeanMaximalCurve {
  let knots = bests.length;
  while (knots > 0 && Number.isNaN(bests[knots - 1])) knots--;
  return { bests: bests.slice(0, knots), starts: starts.slice(0, knots) };
}

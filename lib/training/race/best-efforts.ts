/**
 * The fastest time over each classic distance within one activity.
 * BEST-1: the shortest span of elapsed time in which the distance grew by that much, between seconds by proportion.
 * Reference: definition; elapsed time as in a race, so a stop counts.
 * Valid: cumulative distance at 1 Hz; a step that nobody covers in its time ends the effort before it;
 * a distance longer than the activity has none.
 */
import type { Channel } from "../activity/activity-types";

export const RUNNING_DISTANCES_M = [
  400, 800, 1000, 1609.344, 3218.688, 5000, 10_000, 15_000, 21_097.5, 42_195,
] as const;
/** Somewhat above the fastest ever measured. */
export const FASTEST_RUNNER_MPS = 12.5;
export const FASTEST_SWIMMER_MPS = 2.6;
export const SWIMMING_DISTANCES_M = [50, 100, 200, 400, 800, 1500, 1900, 3800] as const;

export type BestEffort = {
  readonly distanceM: number;
  readonly durationS: number;
  /** Second of the activity at which it starts. */
  readonly startS: number;
};

/**
 * @param fastestMps of the sport; a step above it is a jump of the device's position.
 * @param broken 1 for seconds that no effort may cross.
 */
export function bestEfforts(
  distance: Channel,
  distancesM: readonly number[],
  fastestMps: number,
  broken?: Uint8Array,
): BestEffort[] {
  const pieces = unbrokenPieces(distance, fastestMps, broken);
  return distancesM.flatMap((target) => {
    const efforts = pieces.flatMap((seconds) => fastest(distance.values, seconds, target) ?? []);
    return efforts.length > 0
      ? [efforts.reduce((best, effort) => (effort.durationS < best.durationS ? effort : best))]
      : [];
  });
}

/** Seconds with a distance, in pieces without a jump. */
function unbrokenPieces(distance: Channel, fastestMps: number, broken?: Uint8Array): Int32Array[] {
  const { values } = distance;
  const pieces: Int32Array[] = [];
  const seconds = knownSeconds(distance);
  const breaksBefore = broken === undefined ? null : runningCount(broken);
  let start = 0;
  for (let i = 1; i <= seconds.length; i++) {
    const here = seconds[i];
    const before = seconds[i - 1] as number;
    if (here !== undefined) {
      const step = (values[here] as number) - (values[before] as number);
      const isBroken = breaksBefore !== null && breaksBefore[here] !== breaksBefore[before];
      if (step <= fastestMps * (here - before) && !isBroken) continue;
    }
    if (i - start > 1) pieces.push(seconds.subarray(start, i));
    start = i;
  }
  return pieces;
}

/** How many flags are set up to each second, itself included. */
function runningCount(flags: Uint8Array): Int32Array {
  const counts = new Int32Array(flags.length);
  let count = 0;
  for (let s = 0; s < flags.length; s++) {
    count += flags[s] as number;
    counts[s] = count;
  }
  return counts;
}

function knownSeconds({ values, valid }: Channel): Int32Array {
  const seconds: number[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < values.length; s++) {
    // A distance that falls back is an error of the device: it waits until it has caught up.
    if (valid[s] === 0 || (values[s] as number) < reached) continue;
    reached = values[s] as number;
    seconds.push(s);
  }
  return Int32Array.from(seconds);
}

function fastest(
  metres: Channel["values"],
  seconds: Int32Array,
  target: number,
): BestEffort | null {
  let best: BestEffort | null = null;
  let from = 0;
  for (let to = 1; to < seconds.length; to++) {
    const end = seconds[to] as number;
    const reached = metres[end] as number;
    // The latest start from which the distance is covered by now.
    while (from + 1 < to && reached - (metres[seconds[from + 1] as number] as number) >= target) {
      from++;
    }
    const start = seconds[from] as number;
    const covered = reached - (metres[start] as number);
    if (covered < target) continue;
    const durationS = end - start - surplusTime(metres, seconds, to, covered - target);
    if (durationS < (best?.durationS ?? Number.POSITIVE_INFINITY))
      best = { distanceM: target, durationS, startS: start };
  }
  return best;
}

/** The part of the last step that lies beyond the distance. */
function surplusTime(
  metres: Channel["values"],
  seconds: Int32Array,
  to: number,
  surplusM: number,
): number {
  const end = seconds[to] as number;
  const before = seconds[to - 1] as number;
  const step = (metres[end] as number) - (metres[before] as number);
  return step > 0 ? Math.min(1, surplusM / step) * (end - before) : 0;
}

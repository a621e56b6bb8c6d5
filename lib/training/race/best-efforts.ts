/**
 * The fastest time over each classic distance within one activity.
 * BEST-1: the shortest span of elapsed time in which the distance grew by that much, between seconds by proportion.
 * Reference: definition; elapsed time as in a race, so a stop counts.
 * Valid: cumulative distance at 1 Hz; a distance longer than the activity has none.
 */
import type { Channel } from "../activity/activity-types";

export const RUNNING_DISTANCES_M = [
  400, 800, 1000, 1609.344, 3218.688, 5000, 10_000, 15_000, 21_097.5, 42_195,
] as const;
export const SWIMMING_DISTANCES_M = [50, 100, 200, 400, 800, 1500, 1900, 3800] as const;

export type BestEffort = {
  readonly distanceM: number;
  readonly durationS: number;
  /** Second of the activity at which it starts. */
  readonly startS: number;
};

export function bestEfforts(distance: Channel, distancesM: readonly number[]): BestEffort[] {
  const metres = distance.values;
  const seconds = knownSeconds(distance);
  const last = seconds.at(-1);
  const first = seconds[0];
  if (first === undefined || last === undefined) return [];
  const length = (metres[last] as number) - (metres[first] as number);
  return distancesM
    .filter((target) => target <= length)
    .map((target) => fastest(metres, seconds, target));
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

function fastest(metres: Channel["values"], seconds: Int32Array, target: number): BestEffort {
  let best = { distanceM: target, durationS: Number.POSITIVE_INFINITY, startS: 0 };
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
    if (durationS < best.durationS) best = { distanceM: target, durationS, startS: start };
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

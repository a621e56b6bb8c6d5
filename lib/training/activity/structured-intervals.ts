/**
 * Whether an activity was a session of intervals, and its bouts: by its laps, else by its output.
 * INT-2: of the bouts found (INT-1) at least three alike in length (20 %) and output (8 %), at 0.85 of
 * threshold or more, with rests alike (CV 0.5), that hold 70 % of all bout time; marked by laps: INT-3.
 * Reference: none; conventions of this product, judged on real recordings (see the method page).
 * Valid: output at 1 Hz; without laps and without a threshold nothing can tell. Else none, with the reason.
 */
import type { Channel, RecordedLap } from "./activity-types";
import { detectIntervals, type WorkBout } from "./detect-intervals";
import { boutLength, boutTime, largestSet } from "./interval-set";
import { lapIntervals } from "./lap-intervals";

const FEWEST = 3;
const LIKENESS = { length: 0.2, output: 0.08 };
const MIN_THRESHOLD_SHARE = 0.85;
const MOST_REST_VARIATION = 0.5;
const MIN_BOUT_TIME_SHARE = 0.7;
/** A rest longer than this many bouts ends a set. */
const LONGEST_REST_BOUTS = 4;

export type StructuredIntervals =
  | { readonly source: "laps" | "output"; readonly bouts: readonly WorkBout[] }
  /** Why there are none, in words for the athlete. */
  | { readonly source: "none"; readonly reason: string };

type Input = {
  readonly output: Channel;
  readonly timerOn: Uint8Array;
  readonly laps: readonly RecordedLap[];
  /** In the unit of the output; null when none is known on the day. */
  readonly threshold: number | null;
};

export function structuredIntervals(input: Input): StructuredIntervals {
  const lapped = lapIntervals(input);
  if (lapped.length > 0) return { source: "laps", bouts: lapped };
  const bouts = detectIntervals(input.output, input.timerOn);
  const set = largestSet(bouts, LIKENESS, FEWEST);
  const reason = whyNoSet(bouts, set, input.threshold);
  return reason === null ? { source: "output", bouts: set } : { source: "none", reason };
}

/** What stands against calling it a session of intervals; null when nothing does. */
function whyNoSet(
  bouts: readonly WorkBout[],
  set: readonly WorkBout[],
  threshold: number | null,
): string | null {
  if (bouts.length < FEWEST) return "Fewer than three held efforts stand out from the rest.";
  if (threshold === null || threshold <= 0) {
    return "No threshold is known on this day, and no laps mark the efforts.";
  }
  if (set.length === 0) {
    return "The hard stretches differ in length or effort: no three are alike.";
  }
  if (boutTime(set) < MIN_BOUT_TIME_SHARE * boutTime(bouts)) {
    return "A few hard stretches are alike, but most are not.";
  }
  if (meanOf(set.map((bout) => bout.mean)) < MIN_THRESHOLD_SHARE * threshold) {
    return "The stretches that stand out are well below threshold.";
  }
  return hasEvenRests(set) ? null : "The rests between the hard stretches are unlike each other.";
}

function hasEvenRests(set: readonly WorkBout[]): boolean {
  const rests = set.slice(1).map((bout, i) => bout.startS - (set[i] as WorkBout).endS);
  // One long rest parts two sets of the same kind.
  const within = rests.toSorted((a, b) => a - b).slice(0, rests.length > 3 ? -1 : undefined);
  const mean = meanOf(within);
  const spread = Math.sqrt(meanOf(within.map((rest) => (rest - mean) ** 2)));
  const longest = LONGEST_REST_BOUTS * meanOf(set.map(boutLength));
  return spread <= MOST_REST_VARIATION * mean && within.every((rest) => rest <= longest);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

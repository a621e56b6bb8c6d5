/**
 * The load by heart rate: one hour at threshold heart rate is 100, like TSS.
 * HR-2: 100 x TRIMP / TRIMP(60 min at LTHR); LTHR unknown: resting + 0.85 x (maximum - resting).
 * Reference: elevate's heart rate stress score (science.md 4); the sexes' constants nearly cancel.
 * Valid: threshold between resting and maximum heart rate, else null.
 */
import { type HeartRateRange, trimp } from "./trimp";

const HOUR_S = 3600;
const THRESHOLD_OF_RESERVE = 0.85;

/** @param trimpValue of the whole activity, with the constants of the same sex. */
export function hrss(
  trimpValue: number,
  thresholdBpm: number,
  range: HeartRateRange,
  sex: "m" | "f",
): number | null {
  const hour = trimp(HOUR_S, thresholdBpm, range, sex);
  return hour !== null && hour > 0 ? (100 * trimpValue) / hour : null;
}

/** Threshold heart rate as a share of the reserve, for athletes who do not know theirs. */
export function reserveThreshold(range: HeartRateRange): number {
  return range.restingBpm + THRESHOLD_OF_RESERVE * (range.maximumBpm - range.restingBpm);
}

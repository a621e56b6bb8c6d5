/**
 * How fast the heart calms down after an effort: the largest fall within a minute.
 * HRR60: heart rate minus heart rate 60 s later, from within 10 % of the activity's maximum.
 * Reference: Cole et al., New England Journal of Medicine 341 (1999), for the 60 s; the 10 % is a convention.
 * Valid: both ends measured, 5 s means; comparable after similar efforts only. Null when it never fell.
 */
import type { Channel } from "./activity-types";
import { centredMean } from "./centred-mean";

const RECOVERY_S = 60;
const SMOOTHING_S = 5;
const NEAR_MAXIMUM = 0.9;

export type HeartRateRecovery = {
  readonly fallBpm: number;
  readonly fromBpm: number;
  /** Second at which the fall starts. */
  readonly startS: number;
};

/** Pauses count: that is when the heart recovers. */
export function heartRateRecovery(heartRate: Channel): HeartRateRecovery | null {
  const { values, valid } = centredMean(heartRate, SMOOTHING_S);
  let maximum = 0;
  for (let s = 0; s < values.length; s++) {
    if (valid[s] === 1 && (values[s] as number) > maximum) maximum = values[s] as number;
  }
  let best: HeartRateRecovery | null = null;
  for (let s = 0; s + RECOVERY_S < values.length; s++) {
    const fromBpm = values[s] as number;
    if (valid[s] === 0 || valid[s + RECOVERY_S] === 0 || fromBpm < NEAR_MAXIMUM * maximum) continue;
    const fallBpm = fromBpm - (values[s + RECOVERY_S] as number);
    if (fallBpm > (best?.fallBpm ?? 0)) best = { fallBpm, fromBpm, startS: s };
  }
  return best;
}

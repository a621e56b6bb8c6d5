/**
 * Training impulse: minutes weighted by how far the heart rate rose between rest and maximum.
 * HR-1: minutes x HRr x A x e^(B x HRr); A, B = 0.64, 1.92 (men), 0.86, 1.67 (women).
 * Reference: Banister 1991; Morton et al. 1990, in the original form for women (0.86, not 0.64).
 * Valid: HRr from 0 to 1 (clamped); maximum above resting heart rate, else null.
 */
import type { Channel } from "../activity/activity-types";

export const TRIMP_CONSTANTS = {
  m: { a: 0.64, b: 1.92 },
  f: { a: 0.86, b: 1.67 },
} as const;

export type HeartRateRange = { readonly restingBpm: number; readonly maximumBpm: number };

/** TRIMP of a constant heart rate. */
export function trimp(
  durationS: number,
  heartRateBpm: number,
  range: HeartRateRange,
  sex: "m" | "f",
): number | null {
  const span = range.maximumBpm - range.restingBpm;
  if (!(span > 0)) return null;
  const reserve = Math.max(0, Math.min(1, (heartRateBpm - range.restingBpm) / span));
  const { a, b } = TRIMP_CONSTANTS[sex];
  return (durationS / 60) * reserve * a * Math.exp(b * reserve);
}

/** TRIMP of a stream, second by second while the timer runs; missing seconds add nothing. */
export function streamTrimp(
  heartRate: Channel,
  timerOn: Uint8Array,
  range: HeartRateRange,
  sex: "m" | "f",
): number | null {
  const span = range.maximumBpm - range.restingBpm;
  if (!(span > 0)) return null;
  const { a, b } = TRIMP_CONSTANTS[sex];
  let sum = 0;
  for (let s = 0; s < heartRate.values.length; s++) {
    if (heartRate.valid[s] === 0 || timerOn[s] === 0) continue;
    const reserve = ((heartRate.values[s] as number) - range.restingBpm) / span;
    if (reserve <= 0) continue;
    const capped = Math.min(1, reserve);
    sum += capped * Math.exp(b * capped);
  }
  return (sum * a) / 60;
}

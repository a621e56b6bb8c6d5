/**
 * Tells when an optical sensor counted steps instead of heart beats.
 * SIG-4: over five minutes |heart rate - step rate| <= 3 on average and both move together (r >= 0.8).
 * Reference: the idea is in quantified-self's documentation; the limits are a convention of this product.
 * Valid: running, walking and hiking with both channels at 1 Hz; it flags and removes nothing.
 */
import type { Channel } from "./activity-types";

const WINDOW_S = 300;
const MAX_MEAN_DIFFERENCE = 3;
const MIN_CORRELATION = 0.8;
const MIN_COVERAGE = 0.9;

/** Seconds that lie in locked windows. `cadence` is per leg, as devices store it for running. */
export function cadenceLockSeconds(heartRate: Channel, cadence: Channel): number {
  let locked = 0;
  for (let from = 0; from + WINDOW_S <= heartRate.values.length; from += WINDOW_S) {
    if (isLocked(heartRate, cadence, from)) locked += WINDOW_S;
  }
  return locked;
}

function isLocked(heartRate: Channel, cadence: Channel, from: number): boolean {
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumYY = 0;
  let sumXY = 0;
  let difference = 0;
  for (let s = from; s < from + WINDOW_S; s++) {
    if (heartRate.valid[s] === 0 || cadence.valid[s] === 0) continue;
    const x = heartRate.values[s] as number;
    const y = 2 * (cadence.values[s] as number);
    n++;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumYY += y * y;
    sumXY += x * y;
    difference += Math.abs(x - y);
  }
  if (n < MIN_COVERAGE * WINDOW_S || difference / n > MAX_MEAN_DIFFERENCE) return false;
  const covariance = n * sumXY - sumX * sumY;
  const spread = Math.sqrt((n * sumXX - sumX * sumX) * (n * sumYY - sumY * sumY));
  return spread > 0 && covariance / spread >= MIN_CORRELATION;
}

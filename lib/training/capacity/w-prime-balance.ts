/**
 * What is left of the work above critical power, second by second.
 * WB-diff: above CP it falls by (P - CP) dt; below, W = W' - (W' - W) exp(-(CP - P) dt / W').
 * Reference: Skiba, Fulford, Clarke, Vanhatalo & Jones, "Intramuscular determinants of the ability to
 * recover work capacity above critical power" (2015); differential form by Froncioni and Clarke.
 * Valid: 1 Hz power up to 25 h; below 0 means that CP or W' are set too low, and is kept.
 */
import type { Channel } from "../activity/activity-types";

const LONGEST_S = 25 * 3600;

/**
 * Balance in J at the end of each second. A second without power, also of a pause, is 0 W.
 * Null when the activity is longer than 25 h or CP or W' is not above 0.
 */
export function wPrimeBalance(
  power: Channel,
  criticalPowerW: number,
  wPrimeJ: number,
): Float64Array | null {
  const { values, valid } = power;
  if (values.length > LONGEST_S || !(criticalPowerW > 0) || !(wPrimeJ > 0)) return null;
  const balance = new Float64Array(values.length);
  let left = wPrimeJ;
  for (let s = 0; s < values.length; s++) {
    const excess = (valid[s] === 1 ? (values[s] as number) : 0) - criticalPowerW;
    if (excess >= 0) left -= excess;
    else left = wPrimeJ - (wPrimeJ - left) * Math.exp(excess / wPrimeJ);
    balance[s] = left;
  }
  return balance;
}

/**
 * Power smoothed the way the body answers to it, then weighted towards the hard parts.
 * XP-1: 25 s exponentially weighted mean, fourth power, mean, fourth root; starts from 0 W.
 * Reference: Skiba, "Calculation of power output and quantification of training stress in distance cyclists" (2007).
 * Valid: 1 Hz power; reads some 0.4 % low on a steady hour, for the smoothing starts from rest.
 */
import type { Channel } from "../activity/activity-types";

const SMOOTHING_S = 25;
const KEPT = SMOOTHING_S / (SMOOTHING_S + 1);
/** In a gap the mean fades; what is left under this counts as rest and no longer as a sample. */
const NEGLIGIBLE_W = 0.1;

/** xPower in W; null without a second of power. A pause or a dropout lets the mean fade. */
export function xPower(power: Channel, timerOn: Uint8Array): number | null {
  let mean = 0;
  let total = 0;
  let count = 0;
  let hasPower = false;
  for (let s = 0; s < power.values.length; s++) {
    const isMeasured = timerOn[s] === 1 && power.valid[s] === 1;
    mean *= KEPT;
    if (isMeasured) {
      mean += (power.values[s] as number) * (1 - KEPT);
      hasPower = true;
    } else if (mean <= NEGLIGIBLE_W) {
      continue;
    }
    const square = mean * mean;
    total += square * square;
    count++;
  }
  return hasPower ? (total / count) ** 0.25 : null;
}

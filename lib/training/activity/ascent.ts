/**
 * Metres climbed and descended.
 * SIG-5: sum of the rises of smoothed altitude, counted in steps of 0.4 m or more.
 * Reference: sauce4strava's step (science.md 0).
 * Valid: smoothed 1 Hz altitude; only while the timer runs.
 */
import type { Channel } from "./activity-types";

const MIN_STEP_M = 0.4;

export function ascent(
  altitude: Channel,
  timerOn: Uint8Array,
): { ascentM: number; descentM: number } {
  let reference = Number.NaN;
  let ascentM = 0;
  let descentM = 0;
  for (let s = 0; s < altitude.values.length; s++) {
    if (altitude.valid[s] === 0 || timerOn[s] === 0) continue;
    const value = altitude.values[s] as number;
    if (Number.isNaN(reference)) reference = value;
    const step = value - reference;
    if (Math.abs(step) < MIN_STEP_M) continue;
    if (step > 0) ascentM += step;
    else descentM -= step;
    reference = value;
  }
  return { ascentM, descentM };
}

/**
 * Slope of the ground, as a fraction (0.05 = 5 %).
 * SIG-5: rise over run on at least 30 m of distance around the second, clamped to +/-0.45.
 * Reference: science.md 0 (20-50 m); the clamp is the valid range of Minetti 2002.
 * Valid: smoothed altitude and cumulative distance at 1 Hz; no value where either is missing.
 */
import type { Channel } from "./activity-types";

const HALF_BASE_M = 15;
export const MAX_GRADE = 0.45;

export function grade(altitude: Channel, distance: Channel): Channel {
  const length = altitude.values.length;
  const values = new Float32Array(length);
  const valid = new Uint8Array(length);
  let lo = 0;
  let hi = 0;
  let runEnd = 0;
  for (let s = 0; s < length; s++) {
    if (altitude.valid[s] === 0 || distance.valid[s] === 0) continue;
    if (s >= runEnd) {
      lo = s;
      hi = s;
      runEnd = endOfRun(altitude, distance, s);
    }
    lo = lastBehind(distance, lo, s);
    hi = firstAhead(distance, Math.max(hi, s), s, runEnd);
    const run = (distance.values[hi] as number) - (distance.values[lo] as number);
    if (run < HALF_BASE_M) continue;
    const rise = (altitude.values[hi] as number) - (altitude.values[lo] as number);
    values[s] = Math.max(-MAX_GRADE, Math.min(MAX_GRADE, rise / run));
    valid[s] = 1;
  }
  return { values, valid };
}

/** The latest second, from `lo` on, that lies half a base behind `s`; `lo` where none does. */
function lastBehind(distance: Channel, lo: number, s: number): number {
  const limit = (distance.values[s] as number) - HALF_BASE_M;
  let index = lo;
  while (index < s && (distance.values[index + 1] as number) <= limit) index++;
  return index;
}

/** The first second, from `hi` on, that lies half a base ahead of `s`; the last one where none does. */
function firstAhead(distance: Channel, hi: number, s: number, end: number): number {
  const limit = (distance.values[s] as number) + HALF_BASE_M;
  let index = hi;
  while (index + 1 < end && (distance.values[index] as number) < limit) index++;
  return index;
}

function endOfRun(altitude: Channel, distance: Channel, from: number): number {
  let end = from;
  while (end < altitude.valid.length && altitude.valid[end] === 1 && distance.valid[end] === 1) {
    end++;
  }
  return end;
}

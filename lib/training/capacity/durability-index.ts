/**
 * The last hour's power against the first hour's: 1.00 is as strong at the end as at the start.
 * DUR-2: mean power of the last 3600 s / mean power of the first 3600 s, timer time, coasting included.
 * Reference: the durability index of the Section 11 protocol (science.md 16), target 0.95.
 * Valid: two hours of power or more; else null.
 */
import type { Channel } from "../activity/activity-types";

const HOUR_S = 3600;

export function durabilityIndex(power: Channel, timerOn: Uint8Array): number | null {
  const seconds: number[] = [];
  for (let s = 0; s < power.values.length; s++) {
    if (timerOn[s] === 1 && power.valid[s] === 1) seconds.push(power.values[s] as number);
  }
  if (seconds.length < 2 * HOUR_S) return null;
  const first = sum(seconds.slice(0, HOUR_S));
  return first > 0 ? sum(seconds.slice(-HOUR_S)) / first : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Altitude without the jitter of its sensor.
 * SIG-5: median of three, then a low-pass (centred mean over 9 s).
 * Reference: elevate's median and low-pass (science.md 0); the window is a convention of this product.
 * Valid: 1 Hz channel; gaps stay gaps and the mean does not reach across them.
 */
import type { Channel } from "./activity-types";

const HALF_WINDOW_S = 4;

export function smoothAltitude(altitude: Channel): Channel {
  const { valid } = altitude;
  const length = valid.length;
  const sums = new Float64Array(length + 1);
  const values = new Float32Array(length);
  let from = 0;
  while (from < length) {
    if (valid[from] === 0) {
      from++;
      continue;
    }
    let to = from;
    while (to < length && valid[to] === 1) to++;
    smoothRun(altitude.values, from, to, sums, values);
    from = to;
  }
  return { values, valid };
}

/** One stretch without gaps: `sums` is scratch space for the prefix sums. */
function smoothRun(
  raw: Channel["values"],
  from: number,
  to: number,
  sums: Float64Array,
  out: Float32Array,
): void {
  sums[from] = 0;
  for (let s = from; s < to; s++) {
    sums[s + 1] = (sums[s] as number) + medianOfThree(raw, s, from, to);
  }
  for (let s = from; s < to; s++) {
    const half = Math.min(HALF_WINDOW_S, s - from, to - 1 - s);
    const lo = s - half;
    const hi = s + half + 1;
    out[s] = ((sums[hi] as number) - (sums[lo] as number)) / (hi - lo);
  }
}

function medianOfThree(raw: Channel["values"], s: number, from: number, to: number): number {
  const b = raw[s] as number;
  if (s === from || s === to - 1) return b;
  const a = raw[s - 1] as number;
  const c = raw[s + 1] as number;
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

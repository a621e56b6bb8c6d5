/**
 * Centred moving mean: a calmer line for the eye, at the same place in time.
 * Formula: mean of the recorded seconds within half a window on either side.
 * Source: definition. Valid for: drawing; metrics are computed from the unsmoothed channel.
 */
import type { Channel } from "./activity-types";

/** Seconds without a value stay without one and count for no neighbour. A window under 2 s changes nothing. */
export function centredMean(channel: Channel, windowS: number): Channel {
  const half = Math.floor(windowS / 2);
  if (half < 1) return channel;
  const length = channel.values.length;
  const sums = new Float64Array(length + 1);
  const counts = new Int32Array(length + 1);
  for (let i = 0; i < length; i++) {
    const isValid = channel.valid[i] === 1;
    sums[i + 1] = (sums[i] as number) + (isValid ? (channel.values[i] as number) : 0);
    counts[i + 1] = (counts[i] as number) + (isValid ? 1 : 0);
  }
  const values = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    if (channel.valid[i] !== 1) continue;
    const from = Math.max(0, i - half);
    const to = Math.min(length, i + half + 1);
    values[i] =
      ((sums[to] as number) - (sums[from] as number)) /
      ((counts[to] as number) - (counts[from] as number));
  }
  return { values, valid: channel.valid };
}

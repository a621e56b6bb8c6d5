/**
 * Speed of a file that recorded distance only.
 * SIG-1: distance covered over the five seconds around each second.
 * Reference: definition; the window evens out the metre steps of distance.
 * Valid: 1 Hz cumulative distance in metres; never negative.
 */
import type { Channel } from "./activity-types";

const HALF_WINDOW_S = 2;

export function speedFromDistance(distance: Channel): Channel {
  const length = distance.values.length;
  const values = new Float32Array(length);
  const valid = new Uint8Array(length);
  for (let s = 0; s < length; s++) {
    if (distance.valid[s] === 0) continue;
    let lo = s;
    let hi = s;
    while (lo > 0 && s - lo < HALF_WINDOW_S && distance.valid[lo - 1] === 1) lo--;
    while (hi + 1 < length && hi - s < HALF_WINDOW_S && distance.valid[hi + 1] === 1) hi++;
    if (hi === lo) continue;
    const metres = (distance.values[hi] as number) - (distance.values[lo] as number);
    values[s] = Math.max(0, metres / (hi - lo));
    valid[s] = 1;
  }
  return { values, valid };
}

/**
 * Speed in a pool second by second, from the lengths that the watch counted.
 * Formula: pool length by the time of each length; nothing at the wall, where it counted rest.
 * Source: definition. Valid for: lengths in order, with a known pool; seconds outside of any have no value.
 */
import type { Channel, RecordedLength } from "./activity-types";

export function lengthSpeed(
  lengths: readonly RecordedLength[],
  poolLengthM: number,
  lengthS: number,
): Channel {
  const values = new Float64Array(lengthS);
  const valid = new Uint8Array(lengthS);
  for (const { startS, durationS, isActive } of lengths) {
    const [from, to] = [Math.round(startS), Math.round(startS + durationS)];
    values.fill(isActive && durationS > 0 ? poolLengthM / durationS : 0, from, to);
    valid.fill(1, from, to);
  }
  return { values, valid };
}

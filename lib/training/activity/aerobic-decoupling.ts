/**
 * How much output per heart beat was lost from the first to the second half.
 * DEC-1: (r1 - r2) / r1 x 100, r = mean output / mean heart rate of a half; up to 5 % counts as coupled.
 * Reference: Friel, "aerobic decoupling".
 * Valid: steady efforts only (DEC-QS decides); null without heart rate or output.
 */
export type HalfMeans = { readonly output: number; readonly heartRateBpm: number };

/** Per cent; negative when the second half was the more efficient one. */
export function aerobicDecoupling(first: HalfMeans, second: HalfMeans): number | null {
  if (!(first.heartRateBpm > 0 && second.heartRateBpm > 0 && first.output > 0)) return null;
  const before = first.output / first.heartRateBpm;
  const after = second.output / second.heartRateBpm;
  return ((before - after) / before) * 100;
}

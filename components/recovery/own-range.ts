export type OwnRange = { readonly low: number; readonly high: number };

/** Nights that a range needs before it may be called the athlete's own, and those it looks back on. */
export const RANGE_MIN_NIGHTS = 14;
const RANGE_NIGHTS = 60;

/**
 * The athlete's own normal of a nightly value other than HRV: mean ± 1 SD of the sixty
 * nights before (the width that HRV-3 has for a single night). Null below 14 known nights.
 */
export function ownRange(before: readonly (number | null)[]): OwnRange | null {
  const known = before.slice(-RANGE_NIGHTS).filter((value) => value !== null);
  if (known.length < RANGE_MIN_NIGHTS) return null;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = Math.sqrt(squares / (known.length - 1));
  return { low: mean - sd, high: mean + sd };
}

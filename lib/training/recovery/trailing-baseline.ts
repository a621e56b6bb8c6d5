/**
 * The athlete's own recent normal of a nightly value.
 * REC-1: mean of the 7 most recent previous days that have a value; learning below 3.
 * Reference: the product's own definition (science.md 11); values older than 28 days are not "recent" (convention).
 * Valid: daily values, oldest first, without today; null where a day has none.
 */
export const BASELINE_DAYS = 7;
export const MIN_BASELINE_DAYS = 3;
const LOOKBACK_DAYS = 28;

export type Baseline = {
  /** Null while learning. */
  readonly mean: number | null;
  /** Days that the mean stands on, or that are known so far. */
  readonly days: number;
};

export function trailingBaseline(previous: readonly (number | null)[]): Baseline {
  let sum = 0;
  let days = 0;
  const oldest = Math.max(0, previous.length - LOOKBACK_DAYS);
  for (let i = previous.length - 1; i >= oldest && days < BASELINE_DAYS; i--) {
    const value = previous[i] ?? null;
    if (value === null) continue;
    sum += value;
    days++;
  }
  return { mean: days >= MIN_BASELINE_DAYS ? sum / days : null, days };
}

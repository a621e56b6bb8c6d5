export type OwnRange = { readonly low: number; readonly high: number };

/** Nights that a range needs before it may be called the athlete's own, and those it looks back on. */
export const RANGE_MIN_NIGHTS = 14;
export const RANGE_NIGHTS = 60;

/**
 * The athlete's own normal for one night: mean ± 1 SD of the nights before it (HRV-3, the
 * range of a single day). HRV is averaged in logarithms. Null below 14 nights.
 */
export function ownRange(
  before: readonly (number | null)[],
  scale: "linear" | "logarithmic" = "linear",
): OwnRange | null {
  const isLog = scale === "logarithmic";
  const known = before
    .slice(-RANGE_NIGHTS)
    .flatMap((value) =>
      value === null || (isLog && value <= 0) ? [] : [isLog ? Math.log(value) : value],
    );
  if (known.length < RANGE_MIN_NIGHTS) return null;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1);
  const sd = Math.sqrt(variance);
  return isLog
    ? { low: Math.exp(mean - sd), high: Math.exp(mean + sd) }
    : { low: mean - sd, high: mean + sd };
}

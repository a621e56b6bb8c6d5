/**
 * The mean of each day and the days before it, as many as `days`; null where fewer than
 * `least` of them are known, or where the day itself lies before the first value.
 */
export function rollingMean(
  values: readonly (number | null)[],
  days: number,
  least: number,
): (number | null)[] {
  return values.map((_, index) => {
    const known = values
      .slice(Math.max(0, index - days + 1), index + 1)
      .filter((value) => value !== null);
    if (known.length < least) return null;
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}

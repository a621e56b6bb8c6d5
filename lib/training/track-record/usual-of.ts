/**
 * What is usual for the athlete: the median of the sessions before, where there are enough.
 * Formula: median. Reference: none. Valid: `least` values and more; else null.
 */
export function usualOf(values: readonly number[], least: number): number | null {
  if (values.length < least) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] as number;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] as number) + high) / 2;
}

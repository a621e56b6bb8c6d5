import type { Values } from "./plot-model";

export type ValueDomain = { readonly min: number; readonly max: number };

/**
 * The smallest and largest of all values and of `include`, with `padding` (a share of the
 * span) on both sides. Null when there is no value at all.
 */
export function valueDomain(
  rows: readonly Values[],
  include: readonly number[] = [],
  padding = 0.08,
): ValueDomain | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let hasValue = false;
  for (const row of rows) {
    for (const value of row) {
      if (value === null) continue;
      hasValue = true;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  if (!hasValue) return null;
  min = Math.min(min, ...include);
  max = Math.max(max, ...include);
  const pad = (max - min || Math.abs(max) || 1) * padding;
  return { min: min - pad, max: max + pad };
}

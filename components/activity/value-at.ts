type Line = { readonly timeS: readonly number[]; readonly values: readonly (number | null)[] };

/**
 * The drawn value nearest to a moment; null in a gap, and further than `reachS` from any
 * point.
 */
export function valueAt(line: Line, timeS: number, reachS: number): number | null {
  const at = nearestIndex(line.timeS, timeS);
  if (at === null) return null;
  const away = Math.abs((line.timeS[at] as number) - timeS);
  return away > reachS ? null : (line.values[at] ?? null);
}

/** Index of the number nearest to `wanted` in ascending numbers; null when there are none. */
export function nearestIndex(ascending: readonly number[], wanted: number): number | null {
  if (ascending.length === 0) return null;
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  const before = ascending[low - 1];
  if (before === undefined) return low;
  return wanted - before <= (ascending[low] as number) - wanted ? low - 1 : low;
}

/**
 * The straight line closest to a set of points, by the squares of the vertical distances.
 * Formula: slope = S_xy / S_xx, intercept = mean y - slope mean x.
 * Reference: ordinary least squares.
 * Valid: two different x at least, else null.
 */
export type Line = { readonly slope: number; readonly intercept: number };

export function linearFit(xs: readonly number[], ys: readonly number[]): Line | null {
  const n = xs.length;
  if (n < 2) return null;
  const meanX = mean(xs);
  const meanY = mean(ys);
  let sxx = 0;
  let sxy = 0;
  for (let i = 0; i < n; i++) {
    const dx = (xs[i] as number) - meanX;
    sxx += dx * dx;
    sxy += dx * ((ys[i] as number) - meanY);
  }
  if (sxx === 0) return null;
  const slope = sxy / sxx;
  return { slope, intercept: meanY - slope * meanX };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

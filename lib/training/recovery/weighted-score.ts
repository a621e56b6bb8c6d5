/** Weighted mean over the parts that exist; the weights of missing parts are shared out. */
export function weightedScore<Name extends string>(
  parts: Readonly<Record<Name, number | null>>,
  weights: Readonly<Record<Name, number>>,
): { total: number | null; coverage: number } {
  let sum = 0;
  let coverage = 0;
  for (const name of Object.keys(weights) as Name[]) {
    const part = parts[name];
    if (part === null) continue;
    sum += weights[name] * part;
    coverage += weights[name];
  }
  return { total: coverage > 0 ? sum / coverage : null, coverage };
}

import { type KnownUnit, unitFactor } from "./convert-unit";
import type { HealthSeries } from "./health-file";

export type Sample = { readonly startS: number; readonly endS: number; readonly value: number };

/** Records of these types in `unit`, by source; what has a unit that is not known is left out. */
export function samplesBySource(
  series: readonly HealthSeries[],
  types: readonly string[],
  unit: KnownUnit,
): Map<string, Sample[]> {
  const bySource = new Map<string, Sample[]>();
  for (const one of series) {
    const factor = types.includes(one.type) ? unitFactor(one.unit, unit) : null;
    if (factor === null) continue;
    const samples = bySource.get(one.source) ?? [];
    bySource.set(one.source, samples);
    for (const [i, value] of one.value.entries()) {
      const [startS, endS] = [one.startS[i] as number, one.endS[i] as number];
      samples.push({ startS, endS, value: value * factor });
    }
  }
  for (const samples of bySource.values()) samples.sort((a, b) => a.startS - b.startS);
  return bySource;
}

/**
 * The records of one source: two devices that count the same steps are not added up. That of
 * `preferred` when it has any, else the one with the most.
 */
export function samplesOfOne(
  series: readonly HealthSeries[],
  types: readonly string[],
  unit: KnownUnit,
  preferred: string,
): readonly Sample[] {
  const bySource = samplesBySource(series, types, unit);
  const own = bySource.get(preferred);
  if (own) return own;
  return [...bySource.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

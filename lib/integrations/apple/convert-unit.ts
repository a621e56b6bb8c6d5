/** How much one of each unit is in the first of its group, as HealthKit spells them. */
const FACTORS = {
  m: { m: 1, km: 1000, cm: 0.01, mi: 1609.344, yd: 0.9144, ft: 0.3048 },
  kg: { kg: 1, g: 0.001, lb: 0.45359237, st: 6.35029318 },
  kcal: { kcal: 1, Cal: 1, kJ: 1 / 4.184, cal: 0.001, J: 1 / 4184 },
  s: { s: 1, min: 60, hr: 3600, ms: 0.001 },
  ms: { ms: 1, s: 1000 },
  "m/s": { "m/s": 1, "km/hr": 1 / 3.6, "mi/hr": 0.44704 },
  "count/min": { "count/min": 1, "count/s": 60 },
  W: { W: 1, kW: 1000 },
  "%": { "%": 1 },
  count: { count: 1 },
} as const satisfies Record<string, Readonly<Record<string, number>>>;
export type KnownUnit = keyof typeof FACTORS;

/** The factor from `unit` to `to`; null for a unit that is not known here. */
export function unitFactor(unit: string | null, to: KnownUnit): number | null {
  const factors: Readonly<Record<string, number>> = FACTORS[to];
  return unit !== null && Object.hasOwn(factors, unit) ? (factors[unit] as number) : null;
}

/** `value` in another unit; null for a unit that is not known here, or without a value. */
export function convertUnit(
  from: { readonly value: number | null; readonly unit: string | null } | null,
  to: KnownUnit,
): number | null {
  const factor = unitFactor(from?.unit ?? null, to);
  const value = from?.value ?? null;
  return factor === null || value === null || !Number.isFinite(value) ? null : value * factor;
}

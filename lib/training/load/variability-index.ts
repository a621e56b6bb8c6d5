/**
 * How uneven the effort was: 1.00 is perfectly steady.
 * NP-2: NP / average power.
 * Reference: Coggan, in Allen & Coggan (2003).
 * Valid: average power above 0, else null.
 */
export function variabilityIndex(normalizedPowerW: number, averagePowerW: number): number | null {
  return averagePowerW > 0 ? normalizedPowerW / averagePowerW : null;
}

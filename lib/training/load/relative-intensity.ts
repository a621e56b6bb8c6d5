/**
 * How hard a ride was against what can be held: 1.00 is critical power.
 * XP-1: RI = xPower / CP.
 * Reference: Skiba (2007).
 * Valid: CP above 0; else null.
 */
export function relativeIntensity(xPowerW: number, criticalPowerW: number): number | null {
  return criticalPowerW > 0 ? xPowerW / criticalPowerW : null;
}

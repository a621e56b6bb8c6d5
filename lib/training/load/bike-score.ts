/**
 * Training load from xPower: 100 is an hour at critical power.
 * XP-1: seconds x xPower x RI / (CP x 3600) x 100, with RI = xPower / CP.
 * Reference: Skiba (2007).
 * Valid: CP above 0 and valid on the day; else null.
 */
import { relativeIntensity } from "./relative-intensity";

export function bikeScore(
  durationS: number,
  xPowerW: number,
  criticalPowerW: number,
): number | null {
  const intensity = relativeIntensity(xPowerW, criticalPowerW);
  if (intensity === null) return null;
  return ((durationS * xPowerW * intensity) / (criticalPowerW * 3600)) * 100;
}

/**
 * The load of a ride with a power meter: one hour at threshold is 100.
 * NP-2: seconds x NP x IF / (FTP x 3600) x 100.
 * Reference: Coggan, in Allen & Coggan (2003).
 * Valid: timer seconds with coasting included; FTP valid on the day of the ride.
 */
import { intensityFactor } from "./intensity-factor";

export function trainingStressScore(
  durationS: number,
  normalizedPowerW: number,
  ftpW: number,
): number {
  const factor = intensityFactor(normalizedPowerW, ftpW);
  return ((durationS * normalizedPowerW * factor) / (ftpW * 3600)) * 100;
}

/**
 * Maximal oxygen uptake by what is at hand, each way under its own name, never averaged.
 * VO2-1 Uth: 15.3 HRmax / HRrest. VO2-2 ACSM cycling: 10.8 W/kg + 7, from the best 5 min.
 * VO2-3 running: VO2 of the flat-adjusted speed / exp((HR / HRmax - 1.00466) / 0.68725).
 * Reference: Uth et al. (2004); ACSM's metabolic equations; Runalyze's effective VO2max.
 * Valid: Uth within 10 %; running for steady runs of 10 min or more; null outside of plausible values.
 */
import { oxygenCost } from "../race/vdot";

/** ml/kg/min; outside of this range an estimate says more about its input than about the athlete. */
const PLAUSIBLE = [15, 95] as const;
const MIN_RUN_S = 600;

export function vo2maxFromHeartRates(maximumBpm: number, restingBpm: number): number | null {
  if (!(restingBpm > 0 && maximumBpm > restingBpm)) return null;
  return plausible((15.3 * maximumBpm) / restingBpm);
}

/** @param fiveMinutePowerW best mean of five minutes, all-out. */
export function vo2maxFromPower(fiveMinutePowerW: number, weightKg: number): number | null {
  if (!(weightKg > 0 && fiveMinutePowerW > 0)) return null;
  return plausible(10.8 * (fiveMinutePowerW / weightKg) + 7);
}

/** @param gradedSpeedMps mean of a steady run, hills taken out. */
export function vo2maxFromRun(
  durationS: number,
  gradedSpeedMps: number,
  averageBpm: number,
  maximumBpm: number,
): number | null {
  if (durationS < MIN_RUN_S || !(averageBpm > 0 && maximumBpm >= averageBpm)) return null;
  const share = Math.exp((averageBpm / maximumBpm - 1.00466) / 0.68725);
  return plausible(oxygenCost(gradedSpeedMps * 60) / share);
}

function plausible(value: number): number | null {
  return value >= PLAUSIBLE[0] && value <= PLAUSIBLE[1] ? value : null;
}

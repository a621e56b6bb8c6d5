/**
 * Was it a hard session: one that needs two days before the next?
 * PLN-7H: ten minutes or more in zone 4 and above by power, pace or heart rate; or 85 load an hour; or RPE 7.
 * Reference: PLN-7 (science.md 22); the ten minutes are a convention, a short sprint finish is no hard day.
 * Valid: any activity; one that says nothing of its intensity counts as easy.
 */
import type { TimeInZone } from "../activity/activity-types";

const HARD_ZONE = 4;
const MIN_HARD_S = 600;
const MIN_LOAD_PER_HOUR = 85;
const MIN_HARD_RPE = 7;

export type SessionIntensity = {
  readonly timerS: number;
  readonly load: number | null;
  readonly rpe: number | null;
  readonly timeInZone: {
    readonly heartRate?: TimeInZone;
    readonly power?: TimeInZone;
    readonly pace?: TimeInZone;
  };
};

export function isHardSession({ timerS, load, rpe, timeInZone }: SessionIntensity): boolean {
  if (rpe !== null && rpe >= MIN_HARD_RPE) return true;
  const { power, pace, heartRate } = timeInZone;
  // Power knows best; heart rate lags behind and drifts.
  const zones = power ?? pace ?? heartRate;
  if (zones && hardSeconds(zones) >= MIN_HARD_S) return true;
  return load !== null && timerS >= MIN_HARD_S && (load * 3600) / timerS >= MIN_LOAD_PER_HOUR;
}

function hardSeconds({ seconds }: TimeInZone): number {
  return seconds.slice(HARD_ZONE - 1).reduce((sum, value) => sum + value, 0);
}

/**
 * The steady speed on the flat that would have cost as much as the hilly, uneven run.
 * RUN-3: 30 s rolling mean of graded speed, fourth power, mean, fourth root (not the simple mean).
 * Reference: science.md 2; the scheme is that of normalized power.
 * Valid: 1 Hz graded speed while the timer runs; gaps as in NP-1.
 */
import type { Channel } from "../activity/activity-types";
import { normalizedPower } from "./normalized-power";

export type GradedSpeedMeans = {
  readonly normalizedMps: number | null;
  readonly averageMps: number | null;
  /** Seconds with speed while the timer ran. */
  readonly seconds: number;
};

export function normalizedGradedSpeed(graded: Channel, timerOn: Uint8Array): GradedSpeedMeans {
  const means = normalizedPower(graded, timerOn);
  return {
    normalizedMps: means.normalizedPowerW,
    averageMps: means.averagePowerW,
    seconds: means.seconds,
  };
}

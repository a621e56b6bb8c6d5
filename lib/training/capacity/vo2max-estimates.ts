/**
 * Maximal oxygen uptake in every way that the data allow, each as an interval under its own name.
 * VO2-1, VO2-2, and VDOT of the best run; each way within 10 %.
 * Reference: see vo2max and vdot; 10 % is published for VO2-1 and a convention for the others.
 * Valid: as each way; what lacks its input is left out, and nothing is averaged.
 */
import { vo2maxFromHeartRates, vo2maxFromPower } from "./vo2max";

const ERROR = 0.1;

export const VO2MAX_WAYS = ["run", "power", "heart-rates"] as const;

export type Vo2maxEstimate = {
  readonly way: (typeof VO2MAX_WAYS)[number];
  /** ml/kg/min. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

type Input = {
  /** Of the best run of the last months; null without one. */
  readonly vdot: number | null;
  readonly fiveMinutePowerW: number | null;
  readonly weightKg: number | null;
  readonly maxHeartRateBpm: number | null;
  readonly restingHeartRateBpm: number | null;
};

export function vo2maxEstimates(input: Input): Vo2maxEstimate[] {
  const { vdot, fiveMinutePowerW, weightKg, maxHeartRateBpm, restingHeartRateBpm } = input;
  const values = {
    run: vdot,
    power:
      fiveMinutePowerW === null || weightKg === null
        ? null
        : vo2maxFromPower(fiveMinutePowerW, weightKg),
    "heart-rates":
      maxHeartRateBpm === null || restingHeartRateBpm === null
        ? null
        : vo2maxFromHeartRates(maxHeartRateBpm, restingHeartRateBpm),
  };
  return VO2MAX_WAYS.flatMap((way) => {
    const value = values[way];
    if (value === null) return [];
    return [{ way, value, low: value * (1 - ERROR), high: value * (1 + ERROR) }];
  });
}

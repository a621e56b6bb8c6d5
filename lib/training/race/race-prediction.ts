/**
 * A race time to expect, always as a range: as fast as the boldest model says and as slow as the most careful.
 * RACE-1: VDOT, Cameron, and Riegel with exponents 1.06 and 1.15; the range spans them, the middle is their median.
 * Reference: see each model; 1.15 is what amateurs realise over the marathon (science.md 18).
 * Valid: a run of 3.5 to 240 min that was raced; says nothing of heat, hills or training for the distance.
 */
import { racePredictionCameron } from "./race-prediction-cameron";
import { RIEGEL_EXPONENT, racePredictionRiegel } from "./race-prediction-riegel";
import { raceTimeAtVdot } from "./race-time-at-vdot";
import { vdot } from "./vdot";

const AMATEUR_EXPONENT = 1.15;

export type RaceResult = { readonly distanceM: number; readonly durationS: number };

export type RacePrediction = {
  readonly fastS: number;
  readonly expectedS: number;
  readonly slowS: number;
};

/** Null when the result lies outside of what the models hold for. */
export function racePrediction(result: RaceResult, targetM: number): RacePrediction | null {
  const { distanceM, durationS } = result;
  const value = vdot(distanceM, durationS);
  if (value === null || !(targetM > 0)) return null;
  const byVdot = raceTimeAtVdot(value, targetM);
  const times = [
    ...(byVdot === null ? [] : [byVdot]),
    racePredictionCameron(distanceM, durationS, targetM),
    racePredictionRiegel(distanceM, durationS, targetM, RIEGEL_EXPONENT),
    racePredictionRiegel(distanceM, durationS, targetM, AMATEUR_EXPONENT),
  ].sort((a, b) => a - b);
  return {
    fastS: times[0] as number,
    expectedS: median(times),
    slowS: times[times.length - 1] as number,
  };
}

function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}

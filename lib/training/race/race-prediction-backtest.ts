/**
 * How far off the race predictions were on the athlete's own races: the error that belongs beside them.
 * RACE-2: each race predicted from the best earlier one within 180 days; share inside the range, median error.
 * Reference: definition.
 * Valid: two races of different distances at least, by day; else no predictions to judge.
 */
import { type RaceResult, racePrediction } from "./race-prediction";
import { vdot } from "./vdot";

const RECENT_DAYS = 180;

export type DatedRace = RaceResult & {
  /** Days since any fixed day. */
  readonly dayNumber: number;
};

export type JudgedPrediction = {
  readonly race: DatedRace;
  readonly from: DatedRace;
  readonly expectedS: number;
  readonly isInside: boolean;
  /** Time run minus time expected, as part of the time expected: above 0 was slower. */
  readonly error: number;
};

export type Backtest = {
  readonly predictions: readonly JudgedPrediction[];
  /** Part of the races that fell inside their range; null without a prediction. */
  readonly insideShare: number | null;
  /** Median of the absolute errors; null without a prediction. */
  readonly medianError: number | null;
};

export function racePredictionBacktest(races: readonly DatedRace[]): Backtest {
  const predictions = races.flatMap((race) => judged(race, races) ?? []);
  const errors = predictions.map(({ error }) => Math.abs(error)).sort((a, b) => a - b);
  const inside = predictions.filter(({ isInside }) => isInside).length;
  return {
    predictions,
    insideShare: predictions.length > 0 ? inside / predictions.length : null,
    medianError: errors[Math.floor(errors.length / 2)] ?? null,
  };
}

function judged(race: DatedRace, races: readonly DatedRace[]): JudgedPrediction | null {
  const from = bestBefore(race, races);
  const prediction = from === null ? null : racePrediction(from, race.distanceM);
  if (from === null || prediction === null) return null;
  const { fastS, expectedS, slowS } = prediction;
  return {
    race,
    from,
    expectedS,
    isInside: race.durationS >= fastS && race.durationS <= slowS,
    error: race.durationS / expectedS - 1,
  };
}

/** A race is not predicted from one over its own distance: that would be a repetition. */
function bestBefore(race: DatedRace, races: readonly DatedRace[]): DatedRace | null {
  let best: DatedRace | null = null;
  let bestVdot = 0;
  for (const other of races) {
    const age = race.dayNumber - other.dayNumber;
    if (age <= 0 || age > RECENT_DAYS || other.distanceM === race.distanceM) continue;
    const value = vdot(other.distanceM, other.durationS);
    if (value === null || value <= bestVdot) continue;
    best = other;
    bestVdot = value;
  }
  return best;
}

import "server-only";
import { raceEfforts } from "@/db/queries/race-efforts";
import type { TopEffort } from "@/db/queries/top-efforts";
import type { AthleteTx } from "@/db/scope";
import { dayNumber, type LocalDate } from "@/lib/dates/local-date";
import { type RacePrediction, racePrediction } from "@/lib/training/race/race-prediction";
import {
  type Backtest,
  racePredictionBacktest,
} from "@/lib/training/race/race-prediction-backtest";
import { raceResult } from "@/lib/training/race/race-result";
import { type BestRun, findBestRun } from "./find-best-run";

const TARGETS_M = [5000, 10_000, 21_097.5, 42_195] as const;

export type RaceOutlook = {
  /** What the predictions are made from; null without a run of the last half year. */
  readonly from: BestRun | null;
  readonly predictions: readonly (RacePrediction & { readonly distanceM: number })[];
  readonly backtest: Backtest;
  /** Marked races over a classic distance, up to the day. */
  readonly races: number;
};

/** What the athlete's best run of the last half year suggests over the classic distances, and how right that was before. */
export async function describeRaceOutlook(tx: AthleteTx, day: LocalDate): Promise<RaceOutlook> {
  const from = await findBestRun(tx, day);
  const races = results(await raceEfforts(tx, day));
  return {
    from,
    predictions:
      from === null
        ? []
        : TARGETS_M.flatMap((distanceM) => {
            const prediction = racePrediction(from, distanceM);
            return prediction === null ? [] : [{ distanceM, ...prediction }];
          }),
    backtest: racePredictionBacktest(
      races.map((race) => ({ ...race, dayNumber: dayNumber(race.day) })),
    ),
    races: races.length,
  };
}

function results(efforts: readonly TopEffort[]): TopEffort[] {
  const activityIds = [...new Set(efforts.map(({ activityId }) => activityId))];
  return activityIds.flatMap((id) => {
    const own = efforts.filter(({ activityId }) => activityId === id);
    return raceResult(own, own[0]?.activityDistanceM ?? null) ?? [];
  });
}

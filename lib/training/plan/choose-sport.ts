/**
 * Which of the sports that an athlete trains is due today.
 * PLN-DUE: days since the last session over the usual days between two; of those as due within half a gap, the one whose last hard session is longer ago.
 * Reference: none, a rule of this product.
 * Valid: sports with sessions in the last 28 days; with one sport, that one.
 */
import type { RecentVolume, TrainedSport } from "./recommendation-input";
import { SPORT_NOUNS } from "./sport-nouns";

const WINDOW_DAYS = 28;
const AS_DUE = 0.5;
const SESSIONS = { cycling: "ride", running: "run", swimming: "swim" } as const;

export type SportChoice = {
  readonly trained: TrainedSport;
  /** Null with one sport. */
  readonly why: string | null;
};

export function chooseSport(sports: readonly [TrainedSport, ...TrainedSport[]]): SportChoice {
  const [main] = sports;
  if (sports.length === 1) return { trained: main, why: null };
  const most = Math.max(...sports.map(({ volume }) => dueness(volume)));
  const due = sports.filter(({ volume }) => dueness(volume) >= most - AS_DUE);
  const trained = due.reduce<TrainedSport>(
    (best, one) => (sinceHard(one) > sinceHard(best) ? one : best),
    due[0] ?? main,
  );
  return { trained, why: dueWords(trained) };
}

/** 1 when as many days have passed as usually do. */
export function dueness({ sessions28, daysSinceLast }: RecentVolume): number {
  if (sessions28 === 0 || daysSinceLast === null) return 0;
  return (daysSinceLast * sessions28) / WINDOW_DAYS;
}

function sinceHard({ volume }: TrainedSport): number {
  return volume.daysSinceHard ?? Number.POSITIVE_INFINITY;
}

function dueWords({ sport, volume: { daysSinceLast } }: TrainedSport): string | null {
  if (daysSinceLast === null) return null;
  const ago = daysSinceLast === 1 ? "yesterday" : `${daysSinceLast} days ago`;
  return `${SPORT_NOUNS[sport]} is due: the last ${SESSIONS[sport]} was ${ago}.`;
}

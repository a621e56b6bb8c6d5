/**
 * Which of the sports that an athlete trains is due today.
 * PLN-DUE, PLN-GOAL: days since the last session over the usual days between two; of those as due within half a gap, that of the race ahead, else the one whose last hard session is longer ago.
 * Reference: none, a rule of this product.
 * Valid: sports with sessions in the last 28 days; with one sport, that one.
 */
import type { RaceGoal } from "./race-goal";
import type { TrainedSport } from "./recommendation-input";
import { SPORT_NOUNS } from "./sport-nouns";

const WINDOW_DAYS = 28;
const AS_DUE = 0.5;
const NEW_SESSIONS = 4;
const NEW_GAP_DAYS = 2;
const NEW_DUENESS = 2;
const SESSIONS = { cycling: "ride", running: "run", swimming: "swim" } as const;

export type SportChoice = {
  readonly trained: TrainedSport;
  /** Null with one sport. */
  readonly why: string | null;
};

/** @param goal the race ahead: of sports as due, its sport comes first */
export function chooseSport(
  sports: readonly [TrainedSport, ...TrainedSport[]],
  goal?: RaceGoal | null,
): SportChoice {
  const [main] = sports;
  if (sports.length === 1) return { trained: main, why: null };
  const most = Math.max(...sports.map((one) => dueness(one, goal)));
  const due = sports.filter((one) => dueness(one, goal) >= most - AS_DUE);
  const trained =
    due.find(({ sport }) => sport === goal?.sport) ??
    due.reduce<TrainedSport>(
      (best, one) => (sinceHard(one) > sinceHard(best) ? one : best),
      due[0] ?? main,
    );
  return { trained, why: dueWords(trained, goal) };
}

/** 1 when as many days have passed as usually do. */
export function dueness(
  { sport, volume: { sessions28, daysSinceLast } }: TrainedSport,
  goal: RaceGoal | null | undefined,
): number {
  // A sport that is raced and hardly trained: due once it has not been done for two days.
  const isNew = goal?.sport === sport && sessions28 < NEW_SESSIONS;
  if (isNew) return daysSinceLast === null || daysSinceLast > NEW_GAP_DAYS ? NEW_DUENESS : 0;
  if (sessions28 === 0 || daysSinceLast === null) return 0;
  return (daysSinceLast * sessions28) / WINDOW_DAYS;
}

function sinceHard({ volume }: TrainedSport): number {
  return volume.daysSinceHard ?? Number.POSITIVE_INFINITY;
}

function dueWords(
  { sport, volume: { daysSinceLast } }: TrainedSport,
  goal: RaceGoal | null | undefined,
): string | null {
  if (goal?.sport === sport) {
    const when = ["today", "tomorrow"][goal.daysToRace] ?? `in ${goal.daysToRace} days`;
    return `${SPORT_NOUNS[sport]} comes first: your race in it is ${when}.`;
  }
  if (daysSinceLast === null) return null;
  const ago = daysSinceLast === 1 ? "yesterday" : `${daysSinceLast} days ago`;
  return `${SPORT_NOUNS[sport]} is due: the last ${SESSIONS[sport]} was ${ago}.`;
}

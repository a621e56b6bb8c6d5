/**
 * What the race ahead asks of the training: its sport, and whether it is short or long.
 * PLN-GOAL: of the races of priority A and B in the next twelve weeks the one that counts most, the nearer of two.
 * Reference: none, a rule of this product; the limits of short and long are conventions.
 * Valid: a race of which the sport is told; without a distance it is neither short nor long.
 */
import { daysBetween, type LocalDate } from "../../dates/local-date";
import type { Race, RaceSport } from "./race-priority";
import type { EnduranceSport } from "./template-types";

export type RaceGoal = {
  readonly sport: RaceSport;
  /** Null where it was not told. */
  readonly distanceM: number | null;
  readonly daysToRace: number;
};

export type GoalLength = "short" | "middle" | "long";

const LOOKED_AHEAD_DAYS = 83;
const KM = 1000;
/** Below the first a race is short: half an hour or so. From the second it is long: two hours or so. */
const LENGTHS: Readonly<Record<RaceSport, readonly [shortM: number, longM: number]>> = {
  running: [8 * KM, 20 * KM],
  cycling: [30 * KM, 80 * KM],
  swimming: [KM, 3 * KM],
  triathlon: [20 * KM, 50 * KM],
};

export function raceGoal(day: LocalDate, races: readonly Race[]): RaceGoal | null {
  const ahead = races.flatMap(({ day: of, priority, sport, distanceM = null }) => {
    const daysToRace = daysBetween(day, of);
    const isAhead = daysToRace >= 0 && daysToRace <= LOOKED_AHEAD_DAYS;
    return isAhead && sport && priority !== "C" ? [{ sport, distanceM, daysToRace, priority }] : [];
  });
  const [first] = ahead.toSorted(
    (a, b) => a.priority.localeCompare(b.priority) || a.daysToRace - b.daysToRace,
  );
  if (!first) return null;
  const { sport, distanceM, daysToRace } = first;
  return { sport, distanceM, daysToRace };
}

export function goalLength({ sport, distanceM }: RaceGoal): GoalLength {
  if (distanceM === null) return "middle";
  const [shortM, longM] = LENGTHS[sport];
  if (distanceM < shortM) return "short";
  return distanceM >= longM ? "long" : "middle";
}

export function isGoalSport(goal: RaceGoal | null | undefined, sport: EnduranceSport): boolean {
  return goal?.sport === sport || goal?.sport === "triathlon";
}

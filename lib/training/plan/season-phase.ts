/**
 * Where in the season a day lies, for the choice of a session: finer than what readiness needs.
 * PLN-1, PLN-13: race week to 6 days before a race, taper to 13, peak to 20, build to 83; a week of recovery after it; else base.
 * Reference: Section 11 (science.md 22); taper length after Bosquet 2007; 12 weeks of build are a convention.
 * Valid: races with a day; every race counts alike, for no priority is known.
 */
import { daysBetween, type LocalDate } from "../../dates/local-date";
import type { SeasonPhase } from "./template-types";

const LAST_DAY_BEFORE = [
  ["race_week", 6],
  ["taper", 13],
  ["peak", 20],
  ["build", 83],
] as const;
const RECOVERY_DAYS = 7;

export type Season = {
  readonly phase: SeasonPhase;
  /** Null without a race in the next twelve weeks. */
  readonly daysToRace: number | null;
  /** Null without a race in the last week. */
  readonly daysSinceRace: number | null;
};

export function seasonPhase(day: LocalDate, raceDays: readonly LocalDate[]): Season {
  const ahead = raceDays.map((race) => daysBetween(day, race));
  const toRace = Math.min(...ahead.filter((days) => days >= 0));
  const sinceRace = Math.min(...ahead.filter((days) => days < 0).map((days) => -days));
  const isRecovering = sinceRace <= RECOVERY_DAYS;
  const before = LAST_DAY_BEFORE.find(([, days]) => toRace <= days)?.[0] ?? "base";
  const isNear = before === "race_week" || before === "taper";
  return {
    phase: isRecovering && !isNear ? "recovery" : before,
    daysToRace: toRace <= 83 ? toRace : null,
    daysSinceRace: isRecovering ? sinceRace : null,
  };
}

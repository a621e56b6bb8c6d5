/**
 * Where in the season a day lies, as far as the races in the calendar tell.
 * PLN-13: race week within 7 days of a race, taper within 14, else base.
 * Reference: Section 11 (science.md 22); taper length after Bosquet 2007.
 * Valid: races with a day; a build or peak phase needs a plan and is never guessed.
 */
import { daysBetween, type LocalDate } from "../../dates/local-date";
import type { TrainingPhase } from "../recovery/readiness-signals";

const RACE_WEEK_DAYS = 6;
const TAPER_DAYS = 13;

export function trainingPhase(day: LocalDate, raceDays: readonly LocalDate[]): TrainingPhase {
  const ahead = raceDays.map((race) => daysBetween(day, race)).filter((days) => days >= 0);
  const nearest = Math.min(...ahead);
  if (nearest <= RACE_WEEK_DAYS) return "race_week";
  return nearest <= TAPER_DAYS ? "taper" : "base";
}

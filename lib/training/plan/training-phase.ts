/**
 * Where in the season a day lies, as far as the races in the calendar tell.
 * PLN-13: race week within 7 days of a race (of priority C: on its eve and its day), taper within 14 (of A), else base.
 * Reference: Section 11 (science.md 22); taper length after Bosquet 2007.
 * Valid: races with a day; a build or peak phase needs a plan and is never guessed.
 */
import type { LocalDate } from "../../dates/local-date";
import type { TrainingPhase } from "../recovery/readiness-signals";
import type { Race } from "./race-priority";
import { seasonPhase } from "./season-phase";

export function trainingPhase(day: LocalDate, races: readonly Race[]): TrainingPhase {
  const { phase } = seasonPhase(day, races);
  return phase === "race_week" || phase === "taper" ? phase : "base";
}

/**
 * Which kind of session the training itself asks for today, before the morning has its say.
 * PLN-1, PLN-5, PLN-7, PLN-8, PLN-15: first what the day forbids, then what hard and long sessions leave to it.
 * Reference: science.md 20 and 22.
 * Valid: hard and long sessions need six sessions of that sport in the last 28 days.
 */
import { HARD_DAY, HARD_DAY_RULES } from "./hard-day-rules";
import { hardInWeek, hardWaitMinutes, mostHardPerWeek } from "./hard-limits";
import type { KindChoice, KindRule } from "./intent";
import { QUIET_RULES, quietDay } from "./quiet-day";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";

/** In their order: the first that has an answer decides, and the last always has one. */
export const KIND_RULES: readonly KindRule[] = [...QUIET_RULES, ...HARD_DAY_RULES, HARD_DAY];

/** Whether the hard limits leave a hard session today, wanted or not. */
export function isHardAllowed(input: RecommendationInput, trained: TrainedSport): boolean {
  const recent = hardInWeek(input);
  const isRested = hardWaitMinutes(input) !== null;
  const isQuiet = quietDay(input, trained) !== null;
  return isRested && !isQuiet && recent.length < mostHardPerWeek(input.season.phase);
}

export function chooseWorkoutKind(input: RecommendationInput, trained: TrainedSport): KindChoice {
  for (const { answer } of KIND_RULES) {
    const choice = answer(input, trained);
    if (choice !== null) return choice;
  }
  return HARD_DAY.answer(input, trained);
}

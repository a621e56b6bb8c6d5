/**
 * What keeps a day quiet whatever the training asks for: injury, race, illness, a full week, break, heat, fatigue, ramp.
 * PLN-1, PLN-4, PLN-5, PLN-15: nothing hard on such a day. The first rule that has an answer decides.
 * Reference: science.md 22.
 * Valid: null on a day that may be hard or long.
 */
import { BREAK_RULES, HEALTH_RULES, RACE_RULES } from "./event-rules";
import { FATIGUE_RULES, FULL_WEEK } from "./fatigue-rules";
import type { KindChoice, KindRule } from "./intent";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";

export const QUIET_RULES: readonly KindRule[] = [
  ...HEALTH_RULES,
  ...RACE_RULES,
  FULL_WEEK,
  ...BREAK_RULES,
  ...FATIGUE_RULES,
];

export function quietDay(input: RecommendationInput, trained: TrainedSport): KindChoice | null {
  for (const { answer } of QUIET_RULES) {
    const choice = answer(input, trained);
    if (choice !== null) return choice;
  }
  return null;
}

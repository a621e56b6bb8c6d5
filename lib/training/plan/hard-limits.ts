/**
 * How many hard sessions a week takes, and how far apart they lie.
 * PLN-7: at most 3 in 7 days, 2 in base and after a race, 48 h apart.
 * Reference: canute1 on Kiviniemi; Section 11 (science.md 22).
 * Valid: hard sessions of any sport.
 */
import type { RecommendationInput } from "./recommendation-input";
import type { SeasonPhase } from "./template-types";

export const MAX_HARD_PER_WEEK = 3;
export const MAX_HARD_IN_BASE = 2;
export const MIN_HOURS_BETWEEN_HARD = 48;
const WEEK_H = 168;

type Known = Pick<RecommendationInput, "hardSessionsHoursAgo">;

export function mostHardPerWeek(phase: SeasonPhase): number {
  return phase === "base" || phase === "recovery" ? MAX_HARD_IN_BASE : MAX_HARD_PER_WEEK;
}

export function hardInWeek({ hardSessionsHoursAgo }: Known): readonly number[] {
  return hardSessionsHoursAgo.filter((hours) => hours < WEEK_H);
}

/** Null without one in seven days. */
export function hoursSinceHard(input: Known): number | null {
  const recent = hardInWeek(input);
  return recent.length > 0 ? Math.min(...recent) : null;
}

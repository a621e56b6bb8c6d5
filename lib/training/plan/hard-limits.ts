/**
 * How many hard sessions a week takes, and how far apart they lie.
 * PLN-7: at most 3 in 7 days, 2 in base and after a race, beginning 48 h apart; one may begin up to 3 h later than usual for that.
 * Reference: canute1 on Kiviniemi; Section 11 (science.md 22). The 3 h are a convention.
 * Valid: hard sessions of any sport; hours to when the athlete usually begins, where that is known.
 */
import type { RecommendationInput } from "./recommendation-input";
import type { SeasonPhase } from "./template-types";

export const MAX_HARD_PER_WEEK = 3;
export const MAX_HARD_IN_BASE = 2;
export const MIN_HOURS_BETWEEN_HARD = 48;
const WEEK_H = 168;
const MOST_WAIT_MINUTES = 180;
const LATEST_START_MINUTE = 1200;
const WAIT_STEP_MINUTES = 5;
const DAY_MINUTES = 1440;

type Known = Pick<RecommendationInput, "hardSessionsHoursAgo" | "usualStartMinute">;

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

/**
 * By how many minutes a hard session has to begin later than usual today; null when that is too
 * late for today.
 */
export function hardWaitMinutes(input: Known): number | null {
  const hours = hoursSinceHard(input);
  if (hours === null || hours >= MIN_HOURS_BETWEEN_HARD) return 0;
  const start = input.usualStartMinute ?? null;
  if (start === null) return null;
  const minutes = (MIN_HOURS_BETWEEN_HARD - hours) * 60;
  const wait = Math.ceil((start + minutes) / WAIT_STEP_MINUTES) * WAIT_STEP_MINUTES - start;
  return wait <= MOST_WAIT_MINUTES && start + wait <= LATEST_START_MINUTE ? wait : null;
}

/** Calendar days since the last hard session; null without one in seven days. */
export function daysSinceHard(input: Known): number | null {
  const hours = hoursSinceHard(input);
  if (hours === null) return null;
  const start = input.usualStartMinute ?? null;
  if (start === null) return Math.floor(hours / 24);
  return Math.max(0, Math.ceil((hours * 60 - start) / DAY_MINUTES));
}

import type { Intent } from "./intent";
import type { RecommendationInput } from "./recommendation-input";
import type { RecommendedWorkout } from "./workout-types";

export const NO_TIME = "The time available today is too short for a session that would help.";
export const NO_ROOM = "Fitness has risen by 8 points in a week: today is for taking it in.";

/** Light is worth a word where the dark reaches into the hours in which people train. */
const LATE_SUNRISE_MINUTE = 450;
const EARLY_SUNSET_MINUTE = 1050;

/** What asked for the session, the strongest first; the sport before all where it is not the main one. */
export function opening(
  { recovery, tsb, sports: [main] }: RecommendationInput,
  { why, sportWhy, trained }: Pick<Intent, "why" | "sportWhy" | "trained">,
): string[] {
  const reasons = sportWhy === null ? [why] : [why, sportWhy];
  if (trained.sport !== main.sport) reasons.reverse();
  if (recovery?.score !== null && recovery?.score !== undefined) {
    const score = Math.round(recovery.score);
    reasons.push(`Recovery is ${score} of 100 and no signal stands against it.`);
  } else if (tsb !== null) {
    reasons.push(`Form is ${String(Math.round(tsb) || 0).replace("-", "−")} this morning.`);
  }
  return reasons;
}

/** Out of doors only; nothing where the place is not known. */
export function lightWords(
  { daylight }: RecommendationInput,
  { sport }: RecommendedWorkout,
): string[] {
  if (daylight === null || (sport !== "running" && sport !== "cycling")) return [];
  const { sunriseMinute, sunsetMinute } = daylight;
  const isDark = sunriseMinute > LATE_SUNRISE_MINUTE || sunsetMinute < EARLY_SUNSET_MINUTE;
  return isDark ? [`It is light from ${clock(sunriseMinute)} to ${clock(sunsetMinute)}.`] : [];
}

export function restWords(intended: RecommendedWorkout | null): string[] {
  return intended ? [`${titleWithTime(intended)} can wait; it is not made up for later.`] : [];
}

export function easedWords(intended: RecommendedWorkout, eased: RecommendedWorkout): string {
  return `${titleWithTime(intended)} became ${titleWithTime(eased)}.`;
}

export function droppedWords(intended: RecommendedWorkout): string {
  return `${titleWithTime(intended)} is dropped: what is left of it would not help.`;
}

function titleWithTime({ title, durationS }: RecommendedWorkout): string {
  return `${title} (${Math.round(durationS / 60)} min)`;
}

function clock(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

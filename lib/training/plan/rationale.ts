import { clockFromMinute } from "../../dates/format-clock";
import { formText } from "./form-text";
import { isTooHot } from "./heat-limits";
import type { Intent } from "./intent";
import { isDark } from "./is-dark";
import type { RecommendationInput } from "./recommendation-input";
import { weekRoomS } from "./week-room";
import type { RecommendedWorkout } from "./workout-types";

const NO_TIME = "The time available today is too short for a session that would help.";
const FREE_DAY = "By your settings, or by your calendar, today is a day without training.";
/** A session that ends so near a limit was made to fit it: lengths go by five minutes. */
const FIT_S = 300;
const NO_ROOM = "Fitness has risen by 8 points in a week: today is for taking it in.";

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
    reasons.push(`Form is ${formText(tsb)} this morning.`);
  }
  return reasons;
}

/** Of a ride and a run; nothing where the place is not known. */
export function lightWords(
  input: RecommendationInput,
  { trained: { volume } }: Pick<Intent, "trained">,
  { sport, isIndoors, durationS }: RecommendedWorkout,
): string[] {
  const { daylight } = input;
  if (daylight === null || (sport !== "running" && sport !== "cycling")) return [];
  const { sunriseMinute, sunsetMinute } = daylight;
  const hours = `${clockFromMinute(sunriseMinute)} to ${clockFromMinute(sunsetMinute)}`;
  if (isTooHot(input, sport)) return [];
  if (isDark(daylight, volume, durationS)) {
    const start = clockFromMinute(volume.usualStartMinute ?? 0);
    return sport === "cycling"
      ? [`You usually ride at ${start}, and it is light from ${hours}: indoors, or by day.`]
      : [
          `You usually run at ${start}, and it is light from ${hours}: where there are lamps, or by day.`,
        ];
  }
  const isShort = sunriseMinute > LATE_SUNRISE_MINUTE || sunsetMinute < EARLY_SUNSET_MINUTE;
  return isShort && !isIndoors ? [`It is light from ${hours}.`] : [];
}

/** When it may begin, of a hard one that comes too soon at the usual hour. */
export function startWords({ notBeforeMinute }: RecommendedWorkout): string[] {
  if (notBeforeMinute === undefined) return [];
  return [
    `Begin it at ${clockFromMinute(notBeforeMinute)} or later: then 48 hours lie between two hard ones.`,
  ];
}

/** Null where the length is the training's own choice. */
export function limitWords(
  { availableS }: RecommendationInput,
  { trained }: Pick<Intent, "trained">,
  { sport, durationS }: RecommendedWorkout,
): string[] {
  if (availableS !== null && availableS - durationS < FIT_S) {
    return [`The day leaves ${Math.floor(availableS / 60)} minutes for it.`];
  }
  const isFull = sport === trained.sport && weekRoomS(trained.volume) - durationS < FIT_S;
  return isFull ? ["With it the last seven days are a tenth above your usual week."] : [];
}

/** Why there is nothing at all. */
export function nothingWords(availableS: number | null, hasRoom: boolean): string {
  if (availableS === 0) return FREE_DAY;
  return hasRoom ? NO_TIME : NO_ROOM;
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

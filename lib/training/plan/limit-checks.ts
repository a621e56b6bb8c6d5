/**
 * The hard limits of a day, each with what it allows and what a workout asks for.
 * PLN-1, 4, 5, 7, 9, 10, 11, 12, 15; beside them injury, heat and the days around a race.
 * Reference: science.md 22.
 * Valid: a workout of the day; what bears on a sport's volume is not asked of strength and mobility.
 */

import { dayChecks } from "./day-checks";
import { hardInWeek, hoursSinceHard, MIN_HOURS_BETWEEN_HARD, mostHardPerWeek } from "./hard-limits";
import type { LimitCheck } from "./limit-check";
import { loadRoom } from "./load-room";
import type { RecommendationInput } from "./recommendation-input";
import { PHASE_NAMES } from "./season-words";
import { volumeChecks } from "./volume-checks";
import { WORKOUT_TEMPLATES } from "./workout-templates";
import type { RecommendedWorkout } from "./workout-types";

export function limitChecks(
  workout: RecommendedWorkout,
  input: RecommendationInput,
): readonly LimitCheck[] {
  return [
    ...volumeChecks(workout, input),
    loadCheck(workout, input),
    hardCheck(workout, input),
    sumCheck(workout),
    libraryCheck(workout, input),
    ...dayChecks(workout, input),
  ];
}

/** In tenths: what is rounded further may look like more than is allowed. */
function loadCheck({ load }: RecommendedWorkout, { load: state }: RecommendationInput): LimitCheck {
  const room = loadRoom(state);
  const limit = Math.max(0, Math.floor(room * 10) / 10);
  return {
    ...{ rule: "PLN-5", name: "Rise of fitness" },
    allowed: Number.isFinite(room)
      ? `load ${limit}: fitness at most 8 above a week ago`
      : "no limit before six weeks of load",
    asked: `load ${Math.round(load * 10) / 10}`,
    isKept: load <= room + 1e-9,
  };
}

function hardCheck(
  { intensity, notBeforeMinute }: RecommendedWorkout,
  input: RecommendationInput,
): LimitCheck {
  const { phase } = input.season;
  const most = mostHardPerWeek(phase);
  const before = hardInWeek(input).length;
  const hours = hoursSinceHard(input);
  const start = input.usualStartMinute ?? null;
  const waits =
    notBeforeMinute === undefined || start === null ? 0 : (notBeforeMinute - start) / 60;
  const since =
    hours === null ? "none before" : `${Math.floor(hours + waits + 1e-9)} h after the last`;
  const isRested = hours === null || hours + waits >= MIN_HOURS_BETWEEN_HARD - 1e-9;
  return {
    ...{ rule: "PLN-7", name: "Hard sessions" },
    allowed: `${most} in 7 days in ${PHASE_NAMES[phase]}, ${MIN_HOURS_BETWEEN_HARD} h apart`,
    asked: intensity === "hard" ? `number ${before + 1}, ${since}` : "not a hard one",
    isKept: intensity !== "hard" || (before < most && isRested),
  };
}

function sumCheck({ steps, durationS, load }: RecommendedWorkout): LimitCheck {
  const seconds = steps.reduce((sum, step) => sum + step.durationS, 0);
  const loads = steps.reduce((sum, step) => sum + (step.load ?? Number.NaN), 0);
  return {
    ...{ rule: "PLN-10", name: "Sums" },
    allowed: "steps that add up to the workout",
    asked: `${steps.length} steps, ${Math.round(seconds / 60)} min, load ${Math.round(loads)}`,
    isKept: seconds === durationS && loads === load,
  };
}

function libraryCheck(
  { templateId, durationS }: RecommendedWorkout,
  { season }: RecommendationInput,
): LimitCheck {
  const template = WORKOUT_TEMPLATES.find(({ id }) => id === templateId);
  const check = { rule: "PLN-11", name: "From the library" };
  if (template === undefined) {
    const allowed = `one of ${WORKOUT_TEMPLATES.length} templates`;
    return { ...check, allowed, asked: `${templateId}, which is none of them`, isKept: false };
  }
  const [least, most] = template.durationS;
  // Exercises take the time that they take, which may be less than was given them.
  const isLong = durationS >= least || template.body.form === "exercises";
  const isInRange = isLong && durationS <= most;
  return {
    ...{ ...check, asked: minutes(durationS) },
    allowed: `${template.title}: ${least / 60} to ${most / 60} min`,
    isKept: isInRange && template.phases.includes(season.phase),
  };
}

function minutes(seconds: number): string {
  return `${Math.round(seconds / 60)} min`;
}

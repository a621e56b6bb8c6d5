/**
 * Today's one workout, and why: what the training asks for, then what the morning allows.
 * PLN-1W: kind by load and form, template by day, duration by recent volume; ease cuts, rest cancels.
 * Reference: science.md 22 and 23; the same input always gives the same workout.
 * Valid: the athlete's main sport; without thresholds the targets are by heart rate or by feel.
 */
import { buildWorkout } from "./build-workout";
import { chooseWorkoutKind } from "./choose-workout-kind";
import type { RecommendationInput } from "./recommendation-input";
import { workoutDuration } from "./workout-duration";
import { WORKOUT_TEMPLATES, type WorkoutKind } from "./workout-templates";
import type { Recommendation, RecommendedWorkout } from "./workout-types";

export const RECOMMENDATION_FORMULA = "PLN-1W@1";

/** What an eased session keeps of its length when volume is to be cut. */
const EASED_VOLUME = 0.6;

/** When a kind does not fit the time, the next easier one is tried. */
const EASIER: Partial<Record<WorkoutKind, WorkoutKind>> = {
  vo2max: "threshold",
  threshold: "tempo",
  tempo: "endurance",
  long: "endurance",
  strength: "endurance",
  endurance: "recovery",
};

export function recommendWorkout(input: RecommendationInput): Recommendation {
  const choice = chooseWorkoutKind(input);
  const intended = plannedWorkout(choice.kind, input);
  const { decision } = input.decision;
  if (decision === "rest") {
    return recommendation(null, intended, [...input.decision.reasons, ...restWords(intended)]);
  }
  if (intended === null)
    return recommendation(null, null, [...opening(input, choice.why), NO_TIME]);
  if (decision === "go") {
    return recommendation(intended, null, [...opening(input, choice.why), intended.purpose]);
  }
  const eased = easedWorkout(choice.kind, intended, input);
  const words = [...input.decision.reasons, easedWords(intended, eased)];
  return recommendation(eased, eased === intended ? null : intended, words);
}

const NO_TIME = "The time available today is too short for a session that would help.";

function recommendation(
  workout: RecommendedWorkout | null,
  original: RecommendedWorkout | null,
  rationale: readonly string[],
): Recommendation {
  return { workout, original, rationale, formula: RECOMMENDATION_FORMULA };
}

/** The intended kind, or the next easier one that fits the time. */
function plannedWorkout(kind: WorkoutKind, input: RecommendationInput): RecommendedWorkout | null {
  let wanted: WorkoutKind | undefined = kind;
  while (wanted !== undefined) {
    const sport = wanted === "strength" ? "strength" : input.mainSport;
    const durationS = workoutDuration(wanted, sport, input.volume, input.availableS);
    const workout = fromLibrary(wanted, durationS, input);
    if (workout) return workout;
    wanted = EASIER[wanted];
  }
  return null;
}

/** Templates of that kind take turns by the day; one that does not fit gives way to the next. */
function fromLibrary(
  kind: WorkoutKind,
  durationS: number,
  { mainSport, settings, dayNumber }: RecommendationInput,
): RecommendedWorkout | null {
  const sport = kind === "strength" ? "strength" : mainSport;
  const templates = WORKOUT_TEMPLATES.filter(
    (template) => template.sport === sport && template.kind === kind,
  );
  for (let turn = 0; turn < templates.length; turn++) {
    const template = templates[(dayNumber + turn) % templates.length];
    const workout = template && buildWorkout(template, durationS, settings);
    if (workout) return workout;
  }
  return null;
}

/** Less volume, less intensity or both; never more load than intended. */
function easedWorkout(
  kind: WorkoutKind,
  intended: RecommendedWorkout,
  input: RecommendationInput,
): RecommendedWorkout | null {
  const { modification } = input.decision;
  const cutsVolume = modification !== "intensity";
  const durationS = Math.floor((intended.durationS * (cutsVolume ? EASED_VOLUME : 1)) / 300) * 300;
  const first: WorkoutKind =
    modification === "volume" ? kind : intended.intensity === "easy" ? "recovery" : "endurance";
  const tries: WorkoutKind[] =
    modification === "both" ? ["recovery"] : [first, "endurance", "recovery"];
  for (const wanted of tries) {
    const workout = fromLibrary(wanted, durationS, input);
    if (workout && workout.load <= intended.load) return workout;
  }
  return null;
}

function opening({ recovery, tsb }: RecommendationInput, why: string): string[] {
  const reasons = [why];
  if (recovery?.score !== null && recovery?.score !== undefined) {
    reasons.unshift(
      `Recovery is ${Math.round(recovery.score)} of 100 and no signal stands against it.`,
    );
  } else if (tsb !== null) {
    reasons.push(`Form is ${Math.round(tsb) || 0} this morning.`);
  }
  return reasons;
}

function restWords(intended: RecommendedWorkout | null): string[] {
  return intended ? [`${titleWithTime(intended)} can wait; it is not made up for later.`] : [];
}

function easedWords(intended: RecommendedWorkout, eased: RecommendedWorkout | null): string {
  if (eased === null)
    return `${titleWithTime(intended)} is dropped: what is left of it would not help.`;
  return `${titleWithTime(intended)} became ${titleWithTime(eased)}.`;
}

function titleWithTime({ title, durationS }: RecommendedWorkout): string {
  return `${title} (${Math.round(durationS / 60)} min)`;
}

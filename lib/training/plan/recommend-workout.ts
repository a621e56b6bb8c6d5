/**
 * Today's one workout, and why: what the training asks for, then what the morning allows.
 * PLN-1W: sport by what is due, kind by load, form, season and events, template by day, duration by recent volume; ease cuts, rest and illness cancel.
 * Reference: science.md 22 and 23; the same input always gives the same workout.
 * Valid: the sports that are trained; without thresholds the targets are by heart rate or by feel.
 */
import { chooseSport } from "./choose-sport";
import { chooseWorkoutKind } from "./choose-workout-kind";
import { easeWorkout } from "./ease-workout";
import type { Intent } from "./intent";
import { loadRoom } from "./load-room";
import { pickWorkout, sportOfKind } from "./pick-workout";
import {
  droppedWords,
  easedWords,
  lightWords,
  NO_ROOM,
  NO_TIME,
  opening,
  restWords,
} from "./rationale";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";
import type { WorkoutKind } from "./template-types";
import { workoutDuration } from "./workout-duration";
import type { Recommendation, RecommendedWorkout } from "./workout-types";

export const RECOMMENDATION_FORMULA = "PLN-1W@2";

/** When a kind does not fit time or load, the next easier one is tried. */
const EASIER: Partial<Record<WorkoutKind, WorkoutKind>> = {
  anaerobic: "vo2max",
  vo2max: "threshold",
  threshold: "tempo",
  tempo: "endurance",
  long: "endurance",
  strength: "endurance",
  openers: "endurance",
  endurance: "recovery",
  recovery: "mobility",
};

export function recommendWorkout(input: RecommendationInput): Recommendation {
  const intent = intendedWorkout(input);
  const { workout: intended } = intent;
  const { decision, reasons } = input.decision;
  if (input.events.isIll) {
    const words = ["You are ill: no training until it is over.", ...reasons];
    return recommendation(null, intended, [...words, ...restWords(intended)]);
  }
  if (decision === "rest") {
    return recommendation(null, intended, [...reasons, ...restWords(intended)]);
  }
  const start = opening(input, intent);
  if (intended === null) {
    return recommendation(null, null, [...start, hasRoom(input) ? NO_TIME : NO_ROOM]);
  }
  if (decision === "go") {
    return recommendation(intended, null, [
      ...start,
      intended.purpose,
      ...lightWords(input, intended),
    ]);
  }
  const eased = easeWorkout(intent.kind, intended, intent.trained, input);
  if (eased && isSame(eased, intended)) {
    return recommendation(intended, null, [...reasons, intended.purpose]);
  }
  const became = eased ? easedWords(intended, eased) : droppedWords(intended);
  return recommendation(eased, intended, [...reasons, became]);
}

export function intendedWorkout(input: RecommendationInput): Intent {
  const { trained, why: sportWhy } = chooseSport(sportsAllowed(input));
  const choice = chooseWorkoutKind(input, trained);
  const isRunner = input.events.isInjured && trained.sport === "running";
  const fitting = firstFitting(isRunner ? "mobility" : choice.kind, trained, input);
  return { ...choice, trained, sportWhy, ...fitting };
}

/** With an injury no running, where there is something else. */
function sportsAllowed({ sports, events }: RecommendationInput): RecommendationInput["sports"] {
  if (!events.isInjured) return sports;
  const [first, ...others] = sports.filter(({ sport }) => sport !== "running");
  return first ? [first, ...others] : sports;
}

/** The wanted kind, or the next easier one that fits. */
function firstFitting(
  kind: WorkoutKind,
  trained: TrainedSport,
  input: RecommendationInput,
): Pick<Intent, "kind" | "workout"> {
  const limits = { ...input, room: loadRoom(input.load) };
  let wanted: WorkoutKind | undefined = kind;
  while (wanted !== undefined) {
    const sport = sportOfKind(wanted, trained);
    const durationS = workoutDuration(wanted, sport, trained.volume, input);
    const workout = pickWorkout(wanted, trained, durationS, limits);
    if (workout) return { kind: wanted, workout };
    wanted = EASIER[wanted];
  }
  return { kind, workout: null };
}

function hasRoom({ load }: RecommendationInput): boolean {
  return loadRoom(load) > 0;
}

function isSame(a: RecommendedWorkout, b: RecommendedWorkout): boolean {
  return a.templateId === b.templateId && a.durationS === b.durationS;
}

function recommendation(
  workout: RecommendedWorkout | null,
  original: RecommendedWorkout | null,
  rationale: readonly string[],
): Recommendation {
  return { workout, original, rationale, formula: RECOMMENDATION_FORMULA };
}

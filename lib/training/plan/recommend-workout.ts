/**
 * Today's one workout, and why: what the training asks for, then what the morning allows.
 * PLN-1W: sport by what is due, kind by load, form, season and events, template by day, duration by recent volume; ease cuts, rest and illness cancel.
 * Reference: science.md 22 and 23; the same input always gives the same workout.
 * Valid: the sports that are trained; without thresholds the targets are by heart rate or by feel.
 */
import { chooseSport } from "./choose-sport";
import { chooseWorkoutKind } from "./choose-workout-kind";
import { easeWorkout } from "./ease-workout";
import { isForbidden } from "./forbidden-sports";
import type { Intent, TriedKind } from "./intent";
import { loadRoom } from "./load-room";
import { pickWorkout, sportOfKind } from "./pick-workout";
import {
  droppedWords,
  easedWords,
  lightWords,
  limitWords,
  nothingWords,
  opening,
  restWords,
  startWords,
} from "./rationale";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";
import { sportsAllowed } from "./sports-allowed";
import type { WorkoutKind } from "./template-types";
import { workoutDuration } from "./workout-duration";
import type { Recommendation, RecommendedWorkout } from "./workout-types";

export const RECOMMENDATION_FORMULA = "PLN-1W@5";

/** Nobody's long session has to be longer. */
const LONGEST_USUAL_S = 5 * 3600;

/** When a kind does not fit time or load, the next easier one is tried. */
const EASIER: Partial<Record<WorkoutKind, WorkoutKind>> = {
  anaerobic: "vo2max",
  vo2max: "threshold",
  threshold: "tempo",
  tempo: "endurance",
  brick: "long",
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
  const limits = intended ? limitWords(input, intent, intended) : [];
  const start = opening(input, intent);
  if (intended === null) {
    const nothing = nothingWords(input.availableS, loadRoom(input.load) > 0);
    return recommendation(null, null, input.availableS === 0 ? [nothing] : [...start, nothing]);
  }
  if (decision === "go") {
    return recommendation(intended, null, [
      ...(intent.isLess ? limits : []),
      ...start,
      intended.purpose,
      ...(intent.isLess ? [] : limits),
      ...startWords(intended),
      ...lightWords(input, intent, intended),
    ]);
  }
  const eased = easeWorkout(intent.kind, intended, intent.trained, input);
  if (eased && isSame(eased, intended)) {
    const when = [...startWords(intended), ...lightWords(input, intent, intended)];
    return recommendation(intended, null, [...reasons, intended.purpose, ...when]);
  }
  const became = eased ? easedWords(intended, eased) : droppedWords(intended);
  const when = eased ? [...startWords(eased), ...lightWords(input, intent, eased)] : [];
  return recommendation(eased, intended, [...reasons, became, ...when]);
}

export function intendedWorkout(input: RecommendationInput): Intent {
  const { trained, why: sportWhy } = chooseSport(sportsAllowed(input), input.goal);
  const choice = chooseWorkoutKind(input, trained);
  const isKept = isForbidden(input.events, trained.sport);
  const fitting = firstFitting(isKept ? "mobility" : choice.kind, trained, input);
  // A sport that may be due, but may not be trained, is no reason for what is.
  const why = isKept ? null : sportWhy;
  return { ...choice, trained, sportWhy: why, ...fitting, isLess: fitting.kind !== choice.kind };
}

/** The wanted kind, or the next easier one that fits. */
function firstFitting(
  kind: WorkoutKind,
  trained: TrainedSport,
  input: RecommendationInput,
): Pick<Intent, "kind" | "workout" | "tried"> {
  const limits = { ...input, room: loadRoom(input.load) };
  const tried: TriedKind[] = [];
  let wanted: WorkoutKind | undefined = kind;
  while (wanted !== undefined) {
    const sport = sportOfKind(wanted, trained);
    const durationS = workoutDuration(wanted, sport, trained.volume, input);
    const workout = isLongEnough(wanted, durationS, trained)
      ? pickWorkout(wanted, trained, durationS, limits)
      : null;
    tried.push({ kind: wanted, durationS, workout });
    if (workout) return { kind: wanted, workout, tried };
    wanted = EASIER[wanted];
  }
  return { kind, workout: null, tried };
}

/** What is no longer than usual is no long session, whatever was due. */
function isLongEnough(kind: WorkoutKind, durationS: number, { volume }: TrainedSport): boolean {
  const usualS = volume.typicalDurationS ?? 0;
  return (kind !== "long" && kind !== "brick") || durationS >= Math.min(usualS, LONGEST_USUAL_S);
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

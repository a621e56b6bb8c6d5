import type { Recommendation, RecommendedWorkout } from "./workout-types";

export type WorkoutAnswer = {
  readonly recommendation: Recommendation;
  readonly response: "accepted" | "kept" | "swapped" | "skipped" | null;
  /** Of a swap. */
  readonly chosen: RecommendedWorkout | null;
};

/**
 * The workout that the athlete said yes to: the recommended one, what it was before it was
 * eased, or what was taken in its place; null while nothing was said, and when it was skipped.
 */
export function chosenWorkout({
  recommendation: { workout, original },
  response,
  chosen,
}: WorkoutAnswer): RecommendedWorkout | null {
  switch (response) {
    case "accepted":
      return workout;
    case "kept":
      return original;
    case "swapped":
      return chosen;
    default:
      return null;
  }
}

/** What a day is about: what was said yes to, else what was recommended; null on a day of rest. */
export function workoutOfDay(answer: WorkoutAnswer): RecommendedWorkout | null {
  return chosenWorkout(answer) ?? answer.recommendation.workout;
}

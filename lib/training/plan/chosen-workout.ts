import type { Recommendation, RecommendedWorkout } from "./workout-types";

/** The workout that the athlete said yes to: the recommended one, or what it was before it was eased. */
export function chosenWorkout(
  { workout, original }: Recommendation,
  response: "accepted" | "kept" | "swapped" | "skipped" | null,
): RecommendedWorkout | null {
  if (response === "accepted") return workout;
  return response === "kept" ? original : null;
}

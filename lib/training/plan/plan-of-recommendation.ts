/**
 * A recommended workout as a plan that a recording can be held against.
 * Formula: none, other names for the same steps. Reference: PLN-11.
 * Valid: every recommended workout; its steps are all of a time. The run of a brick is a recording of its own and left out.
 */
import type { PlannedWorkout } from "./planned-workout";
import type { RecommendedWorkout } from "./workout-types";

export function planOfRecommendation({ title, steps }: RecommendedWorkout): PlannedWorkout {
  return {
    title,
    steps: steps
      .filter(({ sport }) => sport === undefined)
      .map(({ kind, durationS, target: { kind: held, low, high } }) => ({
        kind,
        length: { by: "time", seconds: durationS },
        target: { kind: held, low, high },
      })),
  };
}

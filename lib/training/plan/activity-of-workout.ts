/**
 * Which activity of a day was the workout that the athlete had accepted for it.
 * PLN-DONE: of the same sport, the one whose timer time is nearest to the planned one; of equals the first.
 * Reference: none, a rule of this product.
 * Valid: activities of the workout's day; one at most, none where that sport was not done.
 */
import type { Sport } from "../activity/sports";
import type { RecommendedWorkout } from "./workout-types";

/** Seconds that a workout has in its own sport: the run of a brick is an activity of its own. */
export function ownSportS({ steps }: Pick<RecommendedWorkout, "steps">): number {
  return steps.reduce((sum, { sport, durationS }) => sum + (sport ? 0 : durationS), 0);
}

export function activityOfWorkout<
  Candidate extends { readonly sport: Sport; readonly timerS: number },
>(
  { sport, durationS }: Pick<RecommendedWorkout, "sport" | "durationS">,
  activities: readonly Candidate[],
): Candidate | null {
  const gap = ({ timerS }: Candidate) => Math.abs(timerS - durationS);
  return activities
    .filter((activity) => activity.sport === sport)
    .reduce<Candidate | null>(
      (nearest, one) => (nearest === null || gap(one) < gap(nearest) ? one : nearest),
      null,
    );
}

import { RECOMMENDATION_FORMULA } from "./recommend-workout";
import type { RecommendationInput } from "./recommendation-input";
import { swapAlternatives } from "./swap-alternatives";
import type { Recommendation, RecommendedWorkout, SwapAlternative } from "./workout-types";

/**
 * The alternatives of a stored recommendation from its stored input. None for one of an earlier
 * formula: its input does not say all that they rest on.
 */
export function offeredSwaps(recommendation: Recommendation, input: unknown): SwapAlternative[] {
  if (!input || recommendation.formula !== RECOMMENDATION_FORMULA) return [];
  return swapAlternatives(input as RecommendationInput, recommendation);
}

/** Names a workout among the alternatives of a day. */
export function swapKey({ templateId, durationS }: RecommendedWorkout): string {
  return `${templateId}:${durationS}`;
}

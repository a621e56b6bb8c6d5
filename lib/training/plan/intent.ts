import type { TrainedSport } from "./recommendation-input";
import type { WorkoutKind } from "./template-types";
import type { RecommendedWorkout } from "./workout-types";

export type KindChoice = { readonly kind: WorkoutKind; readonly why: string };

/** What the training asks for: before the morning, and the same for whoever offers another. */
export type Intent = KindChoice & {
  readonly trained: TrainedSport;
  readonly sportWhy: string | null;
  readonly workout: RecommendedWorkout | null;
  /** An easier kind than was asked for: that did not fit. */
  readonly isLess: boolean;
};

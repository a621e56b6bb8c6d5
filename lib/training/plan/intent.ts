import type { RecommendationInput, TrainedSport } from "./recommendation-input";
import type { WorkoutKind } from "./template-types";
import type { RecommendedWorkout } from "./workout-types";

export type KindChoice = { readonly kind: WorkoutKind; readonly why: string };

/** One question on the way to the kind of session; the first that has an answer decides. */
export type KindRule = {
  readonly id: string;
  /** When it applies, with its limits, in words. */
  readonly asks: string;
  /** What it looks at, as it stands on the day. */
  readonly saw: (input: RecommendationInput, trained: TrainedSport) => string;
  readonly answer: (input: RecommendationInput, trained: TrainedSport) => KindChoice | null;
};

/** A kind that was wanted, and whether it fitted into the time and load that are left. */
export type TriedKind = {
  readonly kind: WorkoutKind;
  readonly durationS: number;
  readonly workout: RecommendedWorkout | null;
};

/** What the training asks for: before the morning, and the same for whoever offers another. */
export type Intent = KindChoice & {
  readonly trained: TrainedSport;
  readonly sportWhy: string | null;
  readonly workout: RecommendedWorkout | null;
  /** An easier kind than was asked for: that did not fit. */
  readonly isLess: boolean;
  /** The kind that was asked for and the easier ones after it, up to the one that fitted. */
  readonly tried: readonly TriedKind[];
};

import type { Sport } from "../activity/sports";

export type TargetKind = "power" | "heart_rate" | "speed" | "rpe" | "open";

/** What to hold during a step; SI units (W, bpm, m/s) or CR10. */
export type StepTarget = {
  readonly kind: TargetKind;
  readonly low: number | null;
  readonly high: number | null;
  /** 1-7, for the colour of the step. */
  readonly zone: number;
};

export type WorkoutStep = {
  readonly kind: "warmup" | "work" | "recovery" | "cooldown" | "steady";
  /** Of a step in another sport than the workout's: the run off the bike. */
  readonly sport?: Sport;
  readonly durationS: number;
  readonly target: StepTarget;
  /** Training load of this step; the workout's load is their sum. */
  readonly load?: number;
  /** What is done in it, of strength and mobility. */
  readonly exercise?: WorkoutExercise;
};

export type WorkoutExercise = {
  readonly name: string;
  readonly sets: number;
  readonly repetitions?: readonly [least: number, most: number];
  readonly holdS?: number;
  readonly isPerSide?: true;
};

export type RecommendedWorkout = {
  readonly templateId: string;
  readonly title: string;
  readonly sport: Sport;
  readonly purpose: string;
  /** What the steps cannot say: the place, the cadence, the pool. */
  readonly note?: string;
  /** Too hot outside, or too dark to ride. */
  readonly isIndoors?: true;
  /** Minute of the day until which the last hard session is too near; absent where it may begin as usual. */
  readonly notBeforeMinute?: number;
  readonly durationS: number;
  /** Sum of the steps' loads. */
  readonly load: number;
  readonly intensity: "rest" | "easy" | "moderate" | "hard";
  /** Flat list in order; durations sum to durationS. */
  readonly steps: readonly WorkoutStep[];
};

export type Recommendation = {
  /** null on a rest day. */
  readonly workout: RecommendedWorkout | null;
  /** What it was before the decision eased it; null when unchanged. */
  readonly original: RecommendedWorkout | null;
  /** Plain sentences, the two strongest reasons first. */
  readonly rationale: readonly string[];
  readonly formula: string;
};

const SWAP_IDS = [
  "shorter",
  "easier",
  "harder",
  "other_sport",
  "strength",
  "mobility",
  "another",
] as const;
export type SwapId = (typeof SWAP_IDS)[number];

/** Another whole workout for the day, and what speaks for it. */
export type SwapAlternative = {
  readonly id: SwapId;
  readonly why: string;
  readonly workout: RecommendedWorkout;
};

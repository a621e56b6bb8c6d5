import type { Sport } from "../activity/activity-types";

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
  readonly durationS: number;
  readonly target: StepTarget;
  /** Training load of this step; the workout's load is their sum. */
  readonly load?: number;
};

export type RecommendedWorkout = {
  readonly templateId: string;
  readonly title: string;
  readonly sport: Sport;
  readonly purpose: string;
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

import type { StepTarget, WorkoutStep } from "./workout-types";

/** What a step asks to hold: W, bpm, m/s, rpm or CR10. An end that is null is open. */
export type PlannedTarget = {
  readonly kind: StepTarget["kind"] | "cadence";
  readonly low: number | null;
  readonly high: number | null;
  /** Why a target that was set cannot be told, in words for the athlete. */
  readonly reason?: string;
};

export type PlannedLength =
  | { readonly by: "time"; readonly seconds: number }
  | { readonly by: "distance"; readonly metres: number }
  /** Until the lap button, a heart rate, …: nothing to hold its length against. */
  | { readonly by: "open" };

export type PlannedStep = {
  readonly kind: WorkoutStep["kind"];
  readonly length: PlannedLength;
  readonly target: PlannedTarget;
  /** Its place in the device's own list, where repetitions share one; absent without a device. */
  readonly deviceIndex?: number;
};

/** A workout as it was planned, ready to be held against a recording. */
export type PlannedWorkout = {
  readonly title: string | null;
  /** In order, repeats written out. */
  readonly steps: readonly PlannedStep[];
};

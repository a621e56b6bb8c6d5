import type { PlannedStep } from "../plan/planned-workout";

/** One step of the plan, and what the recording shows of it. */
export type StepExecution = {
  readonly step: PlannedStep;
  /** Which of several like steps; null for one that comes once. */
  readonly repetition: { readonly number: number; readonly of: number } | null;
  /** Done from nine tenths of its length on; an open step by being there. */
  readonly status: "done" | "partly" | "skipped";
  /** Elapsed seconds [fromS, toS); null when skipped. */
  readonly fromS: number | null;
  readonly toS: number | null;
  /** Seconds of it with the timer running; null when skipped. */
  readonly timerS: number | null;
  readonly distanceM: number | null;
  /** Mean of what the target asks for, in its unit. */
  readonly mean: number | null;
  /** Share of the recorded seconds within the target's range, 0-1. */
  readonly inRange: number | null;
  /** Why `mean` and `inRange` are null, in words for the athlete; null when they are not. */
  readonly reason: string | null;
  /** Timer seconds later than planned, negative when earlier; null where the plan has no clock. */
  readonly startShiftS: number | null;
};

/** Hard seconds in a row that no step of the plan accounts for. */
export type ExtraEffort = { readonly fromS: number; readonly toS: number };

export type WorkoutAlignment =
  | {
      /** By the device's step numbers, by its laps, or by the recorded output. */
      readonly source: "steps" | "laps" | "output";
      /** In the order of the plan. */
      readonly steps: readonly StepExecution[];
      readonly extra: readonly ExtraEffort[];
      /** How well the recording follows the plan: 1 exactly, 0 not at all. */
      readonly agreement: number;
      readonly formula: string;
    }
  /** Why it could not be aligned, in words for the athlete. */
  | { readonly source: "none"; readonly reason: string };

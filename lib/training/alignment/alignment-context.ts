import type { Streams } from "../activity/activity-types";
import type { PlannedStep } from "../plan/planned-workout";
import type { StepLength } from "./step-costs";
import type { Misfit } from "./step-misfit";
import type { TimerClock } from "./timer-clock";

/** A plan and its recording as the ways of aligning them need both. */
export type AlignmentContext = {
  readonly steps: readonly PlannedStep[];
  /** The steps that the workout is about. */
  readonly keys: ReadonlySet<PlannedStep>;
  readonly clock: TimerClock;
  readonly lengthS: number;
  /** On the timer's clock. */
  readonly channels: Streams["channels"];
  /** One for each step. */
  readonly misfits: readonly Misfit[];
  readonly lengths: readonly StepLength[];
};

import type { DetectorBest } from "../insights/detector-input";
import type { JudgedActivity } from "../track-record/execution-of";
import type { SessionExecution } from "../track-record/session-execution";

/** An activity and what it is held against. */
export type DebriefInput = {
  readonly activity: JudgedActivity;
  readonly execution: SessionExecution;
  /** Of the steps that the plan was about; null without a plan that could be held against it. */
  readonly plan: {
    readonly steps: number;
    readonly done: number;
    /** Share of the recorded time within the targets, 0-1. */
    readonly inRange: number | null;
  } | null;
  /** Median load of the athlete's sessions of that sport; null while there are too few. */
  readonly usualLoad: number | null;
  /** Bests of all time that this activity brought. */
  readonly bests: readonly DetectorBest[];
  /** At the end of its day; null while that is not worked out. */
  readonly after: { readonly fitness: number; readonly fatigue: number } | null;
};

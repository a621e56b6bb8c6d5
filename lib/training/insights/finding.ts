/**
 * What a detector says: a pattern in the athlete's own numbers, with everything that it rests on.
 * Text and action are good enough to ship alone; a language model may only put them differently.
 */
import type { LocalDate } from "../../dates/local-date";
import type { Sport } from "../activity/sports";

export const FINDING_SEVERITIES = ["celebrate", "notice", "caution", "warning"] as const;
/** The last two ask for less or for care; a warning comes first everywhere. */
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** Units that a fact may have: SI, or the field's own. "score" is 0-100, "share" 0-1. */
export const FACT_UNITS = [
  ...["bpm", "ms", "s", "m", "m/s", "W", "W/kg", "J", "kg", "ml/kg/min", "degC", "h"],
  ...["load", "load/day", "score", "share", "ratio", "percent", "count", "days", "rpe", "rating"],
] as const;
export type FactUnit = (typeof FACT_UNITS)[number];

/** One number of the athlete's, named and dated so that a sentence can point at it. */
export type Fact = {
  /** Stable and readable, such as `resting-hr.mean-7`; the same number has the same id everywhere. */
  readonly id: string;
  /** In plain words, such as "Resting heart rate, mean of seven nights". */
  readonly label: string;
  readonly value: number;
  readonly unit: FactUnit;
  /** The days that it describes, both included. */
  readonly fromDay: LocalDate;
  readonly toDay: LocalDate;
};

export type Evidence = Fact & {
  /** The activities that it comes from, where it is theirs. */
  readonly activityIds?: readonly string[];
  /** Set when it was told out of what no language model may read, which may be deleted since. */
  readonly isFenced?: true;
};

/** The line that shows the finding; a day without a value is a gap. */
export type EvidenceSeries = {
  readonly label: string;
  readonly unit: FactUnit;
  readonly points: readonly { readonly day: LocalDate; readonly value: number | null }[];
  /** The range or limit that it is held against, where there is one. */
  readonly range?: { readonly low: number | null; readonly high: number | null };
};

export type Finding = {
  /** Which detector, such as `resting-hr-rising`. */
  readonly detector: string;
  /** Its formula and version, such as `DET-RHR@1`. */
  readonly formula: string;
  readonly severity: FindingSeverity;
  /** Null when it is about the athlete as a whole. */
  readonly sport: Sport | null;
  readonly title: string;
  /** Two or three sentences; every number in it stands in the evidence. */
  readonly text: string;
  /** What to do, one sentence. */
  readonly action: string;
  readonly fromDay: LocalDate;
  readonly toDay: LocalDate;
  readonly evidence: readonly Evidence[];
  readonly series: readonly EvidenceSeries[];
};

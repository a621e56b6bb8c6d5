import type { LocalDate } from "../../dates/local-date";

/** Inputs and outputs of the morning: score (REC-1), decision (RDY-S11), recommendation. */

export type RecoveryComponentName = "hrv" | "rhr" | "sleep" | "stress";
/** Shares of the parts in the score; they sum to 1. */
export type RecoveryWeights = Readonly<Record<RecoveryComponentName, number>>;
/** Weights of an athlete's own that hold from a day on, and why they were taken. */
export type OwnWeights = {
  readonly fromDay: LocalDate;
  /** The day from which REC-1's own hold again; null while these do. */
  readonly untilDay: LocalDate | null;
  readonly weights: RecoveryWeights;
  /** Mornings that they were fitted on, and the mean rank correlation with the check-ins on unseen ones. */
  readonly mornings: number;
  readonly correlation: { readonly own: number; readonly fitted: number };
  readonly formula: string;
};
export type RecoveryBand = "green" | "yellow" | "red";
export type ConfidenceWord = "solid" | "fair" | "thin";

export type RecoveryContribution = {
  readonly component: RecoveryComponentName;
  /** 0-100; null when missing. */
  readonly score: number | null;
  /** Weight after renormalising over what exists; 0 when missing. */
  readonly weight: number;
  /** The value judged and what it was held against, with their unit, for the interface. */
  readonly value: number | null;
  readonly baseline: number | null;
  readonly unit: string;
  readonly reason?: string;
  /** Set where something else was measured in its stead. */
  readonly reasonCode?: "rmssd_missing_sdnn_available";
};

export type RecoveryScore = {
  /** 0-100; null below 0.40 coverage or with neither HRV nor resting HR. */
  readonly score: number | null;
  readonly band: RecoveryBand | null;
  readonly contributions: readonly RecoveryContribution[];
  /** Weight present, 0-1. */
  readonly coverage: number;
  readonly confidence: ConfidenceWord | null;
  readonly loadFactor: number;
  readonly missing: readonly string[];
  readonly reason?: string;
  readonly formula: string;
};

export type Decision = "go" | "ease" | "rest";
export type SignalName =
  | "hrv"
  | "rhr"
  | "sleep"
  | "tsb"
  | "acwr"
  | "ri"
  | "lasting"
  | "feel"
  | "symptoms";
export type SignalColour = "green" | "amber" | "red" | "missing";

export type ReadinessSignal = {
  readonly name: SignalName;
  readonly colour: SignalColour;
  readonly value: number | null;
  readonly threshold: string;
  /** A short clause with the numbers, "HRV 54 ms, 10 % under your 7-day mean". */
  readonly text: string;
};

export type LadderStep = {
  readonly rule: string;
  /** The condition in words, with thresholds. */
  readonly condition: string;
  readonly matched: boolean;
};

/** A step of the whole ladder, as it stands to one morning. */
export type LadderRung = LadderStep & {
  /** Where it leads when it applies. */
  readonly decision: Decision;
  /** The signals that it looks at; none for one that counts all of them. */
  readonly looksAt: readonly SignalName[];
  /** "not_reached": a rule above has decided already; `matched` still says whether it would apply. */
  readonly reached: "passed" | "decided" | "not_reached";
};

export type ReadinessDecision = {
  readonly decision: Decision;
  /** The rule that decided, e.g. "P2-amber". */
  readonly rule: string;
  /** What to cut when easing. */
  readonly modification: "none" | "volume" | "intensity" | "both";
  readonly signals: readonly ReadinessSignal[];
  /** Every rung in order up to and including the one that matched. */
  readonly path: readonly LadderStep[];
  /** The two strongest reasons in words; empty on a plain go. */
  readonly reasons: readonly string[];
  readonly formula: string;
};

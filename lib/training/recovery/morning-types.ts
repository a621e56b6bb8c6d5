import type { LocalDate } from "../../dates/local-date";
import type { Provider } from "../source/providers";
import type { LastingSigns } from "./lasting-signs";
import type { ReadinessInput } from "./readiness-signals";
import type { RecoveryInput } from "./recovery-score";
import type { Decision, ReadinessDecision, RecoveryScore } from "./recovery-types";

/** The night's signals that an athlete's morning may wait for. */
export const AWAITED_SIGNALS = ["hrv", "rhr", "sleep"] as const;
export type AwaitedSignal = (typeof AWAITED_SIGNALS)[number];

/** What was not in yet when a morning was answered. Instants are ISO 8601, UTC. */
export type MorningProgress = {
  /** Measured on most nights, but not (yet) on this one. */
  readonly awaited: readonly AwaitedSignal[];
  /** Since when it is waited for. */
  readonly since: string;
  /** When the sources are asked again; null when they are not any more. */
  readonly nextTryAt: string | null;
  /** The sources that could not be asked. */
  readonly unreached: readonly Provider[];
};

/** How data that came later changed an answer. */
export type MorningRevision = {
  readonly at: string;
  readonly score: { readonly from: number | null; readonly to: number | null };
  readonly decision: { readonly from: Decision; readonly to: Decision };
  /** What came in, in words: "HRV came in at 38 ms". */
  readonly because: string;
  /** Told after the athlete had answered the workout: what, and the response that it ended. */
  readonly askedAgain?: {
    readonly by: "illness" | "injury";
    readonly response: "accepted" | "kept" | "swapped";
  };
};

/** The score, and what the decision needs of the same rows. */
export type Recovered = {
  readonly recovery: RecoveryScore;
  readonly recoveryInput: RecoveryInput;
  readonly yesterdayRecoveryIndex: number | null;
  /** This morning's form; null while unknown. */
  readonly tsb: number | null;
  /** What only some mornings know; absent in a draft that an older version has left. */
  readonly known?: Pick<ReadinessInput, "fitness" | "loadAfterBreak"> & {
    readonly nights: Pick<LastingSigns, "hrv" | "restingHr">;
  };
};

export type Decided = {
  readonly decision: ReadinessDecision;
  readonly readiness: ReadinessInput;
};

/** What the steps of a morning hand on to each other. */
export type MorningDraft = {
  readonly day: LocalDate;
  /** When the first of them read the data. */
  readonly at: string;
  /** False when neither a night nor a load is known. */
  readonly isKnown: boolean;
  readonly awaited: readonly AwaitedSignal[];
  readonly recovered: Recovered;
  /** Null until its step is done. */
  readonly decided: Decided | null;
};

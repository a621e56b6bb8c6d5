/**
 * What a morning's decision is worth in hindsight: right, too bold, too careful, or not to be told.
 * TRK-1: go is right when the session went as expected or better; ease and rest can only be judged
 * when they were not followed, and are right when that session went worse.
 * Reference: none, a rule of this product (science.md 23, 5).
 * Valid: days whose session can be judged (TRK-EXE).
 */
import type { LocalDate } from "../../dates/local-date";
import type { Decision } from "../recovery/recovery-types";
import type { SessionExecution } from "./session-execution";

export type DayOutcome =
  | "right"
  /** It said go, and the session went worse than expected. */
  | "too_bold"
  /** It said ease or rest, and the harder session went as expected or better. */
  | "too_careful"
  /** Ease or rest was followed: nobody knows what else would have been. */
  | "followed"
  /** Nothing was done, or nothing of it can be judged. */
  | "unknown";

export type DaySession = {
  readonly activityId: string;
  readonly title: string;
  /** Harder than the decision advised: kept as it was, or a hard session on a day for less. */
  readonly isHarder: boolean;
  readonly execution: SessionExecution;
};

export type DayRecord = {
  readonly day: LocalDate;
  readonly decision: Decision;
  /** Of REC-1 that morning; null where there was none. */
  readonly score: number | null;
  readonly session: DaySession | null;
  readonly outcome: DayOutcome;
};

export function dayRecord(day: Omit<DayRecord, "outcome">): DayRecord {
  return { ...day, outcome: outcomeOf(day) };
}

function outcomeOf({ decision, session }: Omit<DayRecord, "outcome">): DayOutcome {
  const isCareful = decision !== "go";
  if (isCareful && (session === null || !session.isHarder)) return "followed";
  const verdict = session?.execution.verdict ?? null;
  if (verdict === null) return "unknown";
  const wentWell = verdict !== "worse";
  if (isCareful) return wentWell ? "too_careful" : "right";
  return wentWell ? "right" : "too_bold";
}

/**
 * How an answer differs from the one that stood before it, and what came in between.
 * REC-1, RDY-S11: the score in whole points and the decision; null when both are the same.
 * Reference: none, a comparison.
 * Valid: two answers for the same day.
 */
import type { MorningRevision } from "./morning-types";
import type { ReadinessInput } from "./readiness-signals";
import type { ReadinessDecision, RecoveryScore } from "./recovery-types";

export type AnsweredMorning = {
  readonly recovery: RecoveryScore;
  readonly decision: ReadinessDecision;
  readonly readiness: ReadinessInput;
};

export function morningChange(
  before: AnsweredMorning,
  after: AnsweredMorning,
): Omit<MorningRevision, "at"> | null {
  const score = { from: whole(before.recovery.score), to: whole(after.recovery.score) };
  const decision = { from: before.decision.decision, to: after.decision.decision };
  if (score.from === score.to && decision.from === decision.to) return null;
  return { score, decision, because: whatCame(before.readiness, after.readiness) };
}

/** The first that explains it: what is told, then what is measured before what is felt, the load last. */
function whatCame(before: ReadinessInput, after: ReadinessInput): string {
  return (
    illness(before, after) ??
    measured("HRV", before.hrvMs, after.hrvMs, (ms) => `${Math.round(ms)} ms`) ??
    measured(
      "Resting HR",
      before.restingHrBpm,
      after.restingHrBpm,
      (bpm) => `${Math.round(bpm)} bpm`,
    ) ??
    measured("Sleep", before.sleepS, after.sleepS, hoursAndMinutes) ??
    (differs(before.checkIn, after.checkIn) ? "your check-in" : null) ??
    (before.tsb !== after.tsb || before.startOfDayAcwr !== after.startOfDayAcwr
      ? "the training load before it changed"
      : "earlier data changed")
  );
}

function measured(
  name: string,
  before: number | null,
  after: number | null,
  inWords: (value: number) => string,
): string | null {
  if (before === after) return null;
  if (after === null) return `${name} was taken back`;
  if (before === null) return `${name} came in at ${inWords(after)}`;
  return `${name} was corrected from ${inWords(before)} to ${inWords(after)}`;
}

function illness({ isIll: was }: ReadinessInput, { isIll: is }: ReadinessInput): string | null {
  if (was === is) return null;
  return is ? "you told of an illness" : "no illness is told of any more";
}

function differs(before: ReadinessInput["checkIn"], after: ReadinessInput["checkIn"]): boolean {
  if (before === null || after === null) return before !== after;
  return (["readiness", "soreness", "mood", "stress", "hasSymptoms"] as const).some(
    (answer) => before[answer] !== after[answer],
  );
}

function hoursAndMinutes(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function whole(score: number | null): number | null {
  return score === null ? null : Math.round(score);
}

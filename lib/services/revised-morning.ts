import type { MorningRow } from "@/db/mutations/save-mornings";
import type { Morning } from "@/db/queries/morning-on";
import { morningChange } from "@/lib/training/recovery/morning-change";
import type {
  AwaitedSignal,
  MorningProgress,
  MorningRevision,
} from "@/lib/training/recovery/morning-types";
import type { AskedAgain } from "./asked-again";
import type { MorningReceiptInputs } from "./morning-answer";

type Answered = Pick<MorningRow, "recovery" | "decision" | "inputs">;

/**
 * The row of an answer with what it still waits for and how it differs from the answer that
 * stood there `before`. `again`: why the response to that one has ended. `tries`: what the morning's job knows of its sources; null from
 * elsewhere, where the next try stays as it was planned.
 */
export function revisedMorning<Row extends MorningRow>(
  row: Row,
  given: {
    readonly before: Morning | null;
    readonly again: AskedAgain | null;
    readonly awaited: readonly AwaitedSignal[];
    readonly tries: Pick<MorningProgress, "nextTryAt" | "unreached"> | null;
  },
): Row & Pick<MorningRow, "progress" | "revisions"> {
  return { ...row, progress: progressOf(row, given), revisions: revisionsOf(row, given) };
}

function progressOf(
  { computedAt }: MorningRow,
  { before, awaited, tries }: Parameters<typeof revisedMorning>[1],
): MorningProgress | null {
  if (awaited.length === 0) return null;
  const { nextTryAt, unreached } = tries ?? before?.progress ?? { nextTryAt: null, unreached: [] };
  const since = before?.progress?.since ?? computedAt.toISOString();
  return { awaited, since, nextTryAt, unreached };
}

function revisionsOf(
  after: Answered & MorningRow,
  { before, again }: Parameters<typeof revisedMorning>[1],
): MorningRevision[] {
  if (before === null) return [];
  const at = after.computedAt.toISOString();
  const change = morningChange(answered(before), answered(after));
  if (again === null) return change === null ? [] : [{ at, ...change }];
  const because = TOLD[again.by];
  return [{ at, ...(change ?? unchanged(before, after)), because, askedAgain: again }];
}

const TOLD: Readonly<Record<AskedAgain["by"], string>> = {
  illness: "you told of an illness",
  injury: "you told of an injury",
};

function unchanged(before: Answered, after: Answered): Omit<MorningRevision, "at" | "because"> {
  const score = (of: Answered) =>
    of.recovery.score === null ? null : Math.round(of.recovery.score);
  return {
    score: { from: score(before), to: score(after) },
    decision: { from: before.decision.decision, to: after.decision.decision },
  };
}

function answered({ recovery, decision, inputs }: Answered) {
  const { readiness } = inputs as MorningReceiptInputs;
  return { recovery, decision, readiness };
}

import type { MorningRow } from "@/db/mutations/save-mornings";
import type { Morning } from "@/db/queries/morning-on";
import { morningChange } from "@/lib/training/recovery/morning-change";
import type {
  AwaitedSignal,
  MorningProgress,
  MorningRevision,
} from "@/lib/training/recovery/morning-types";
import type { MorningReceiptInputs } from "./morning-answer";

type Answered = Pick<MorningRow, "recovery" | "decision" | "inputs">;

/**
 * The row of an answer with what it still waits for and how it differs from the answer that
 * stood there `before`. `tries`: what the morning's job knows of its sources; null from
 * elsewhere, where the next try stays as it was planned.
 */
export function revisedMorning<Row extends MorningRow>(
  row: Row,
  given: {
    readonly before: Morning | null;
    readonly awaited: readonly AwaitedSignal[];
    readonly tries: Pick<MorningProgress, "nextTryAt" | "unreached"> | null;
  },
): Row & Pick<MorningRow, "progress" | "revisions"> {
  return { ...row, progress: progressOf(row, given), revisions: revisionsOf(given.before, row) };
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

function revisionsOf(before: Morning | null, after: Answered & MorningRow): MorningRevision[] {
  if (before === null) return [];
  const change = morningChange(answered(before), answered(after));
  return change === null ? [] : [{ at: after.computedAt.toISOString(), ...change }];
}

function answered({ recovery, decision, inputs }: Answered) {
  const { readiness } = inputs as MorningReceiptInputs;
  return { recovery, decision, readiness };
}

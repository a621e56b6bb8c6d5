import type { Morning } from "@/db/queries/morning-on";
import { isIll } from "@/lib/training/plan/is-ill";
import type { MorningRevision } from "@/lib/training/recovery/morning-types";
import type { MorningAnswer, MorningReceiptInputs } from "./morning-answer";

export type AskedAgain = NonNullable<MorningRevision["askedAgain"]>;

/**
 * An illness or an injury that was told after the athlete had said yes to a workout: that yes was
 * to another day. Null while the response holds; a skipped workout is skipped either way.
 */
export function askedAgain(before: Morning | null, after: MorningAnswer): AskedAgain | null {
  if (before === null || before.response === null || before.response === "skipped") return null;
  // An earlier version may have kept less.
  const known = (before.inputs as Partial<MorningReceiptInputs>).workout?.events;
  const { events } = after.inputs.workout;
  const wasIll = isIll({ decision: before.decision, events: known });
  const { response } = before;
  if (!wasIll && isIll({ decision: after.decision, events })) return { by: "illness", response };
  const isMore = events.forbidden?.some((sport) => !(known?.forbidden ?? []).includes(sport));
  const isNew = events.isInjured && known?.isInjured !== true;
  return isNew || isMore === true ? { by: "injury", response } : null;
}

import type { InsightDays, InvalidationReason } from "@/db/mutations/insights";
import type { ContextInput } from "@/lib/schemas/insights";

/** Why insights are told anew when such an entry comes, changes or goes; null when they hold. */
export function contextReason(
  kind: ContextInput["kind"],
  isAhead: boolean,
): InvalidationReason | null {
  if (kind === "injury" || kind === "illness") return kind;
  return kind === "race" && isAhead ? "new_goal" : null;
}

/** The days of an illness or an injury: debriefs of them know nothing of it. */
export function debriefsOf({
  kind,
  fromDay,
  toDay,
}: InsightDays & Pick<ContextInput, "kind">): InsightDays | null {
  return kind === "injury" || kind === "illness" ? { fromDay, toDay } : null;
}

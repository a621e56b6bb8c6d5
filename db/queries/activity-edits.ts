import { and, asc, eq } from "drizzle-orm";
import { activityEdits as table } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import type { ActivityEdit } from "@/lib/training/activity/activity-edit";

export type JournalEntry = ActivityEdit & {
  readonly id: string;
  readonly at: Date;
  /** Null while the edit holds. */
  readonly undoneAt: Date | null;
};

/** Everything that was said about an activity, undone or not, in the order in which it was said. */
export async function activityEdits(tx: AthleteTx, activityId: string): Promise<JournalEntry[]> {
  if (!isUuid(activityId)) return [];
  const rows = await tx.db
    .select({
      id: table.id,
      kind: table.kind,
      value: table.value,
      at: table.at,
      undoneAt: table.undoneAt,
    })
    .from(table)
    .where(and(eq(table.athleteId, tx.athleteId), eq(table.activityId, activityId)))
    .orderBy(asc(table.at), asc(table.id));
  return rows as JournalEntry[];
}

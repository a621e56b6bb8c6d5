import "server-only";
import { activityEdits, type JournalEntry } from "@/db/queries/activity-edits";
import type { AthleteTx } from "@/db/scope";

/** The edits of an activity that hold, in the order in which they were made. */
export async function activeEdits(tx: AthleteTx, activityId: string): Promise<JournalEntry[]> {
  return (await activityEdits(tx, activityId)).filter((edit) => edit.undoneAt === null);
}

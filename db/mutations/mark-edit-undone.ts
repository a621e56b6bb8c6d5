import { and, eq, isNull } from "drizzle-orm";
import { activityEdits } from "@/db/schema/activity-edits";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

/** Marks an edit as undone; its row stays. Throws "not_found" when there is none that holds. */
export async function markEditUndone(tx: AthleteTx, id: string, undoneAt: Date): Promise<void> {
  if (!isUuid(id)) throw notFound("This change");
  const undone = await tx.db
    .update(activityEdits)
    .set({ undoneAt })
    .where(
      and(
        eq(activityEdits.athleteId, tx.athleteId),
        eq(activityEdits.id, id),
        isNull(activityEdits.undoneAt),
      ),
    )
    .returning({ id: activityEdits.id });
  if (undone.length === 0) throw notFound("This change");
}

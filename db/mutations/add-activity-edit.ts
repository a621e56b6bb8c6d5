import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { activityEdits } from "@/db/schema/activity-edits";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import type { ActivityEdit } from "@/lib/training/activity/activity-edit";

/** Writes an edit into the journal. Throws "not_found" when the athlete has no such activity. */
export async function addActivityEdit(
  tx: AthleteTx,
  activityId: string,
  { kind, value }: ActivityEdit,
): Promise<void> {
  // A foreign key looks past row-level security, so whose activity it is must be asked.
  const [own] = isUuid(activityId)
    ? await tx.db
        .select({ id: activities.id })
        .from(activities)
        .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, activityId)))
    : [];
  if (own === undefined) throw notFound("This activity");
  await tx.db.insert(activityEdits).values({ athleteId: tx.athleteId, activityId, kind, value });
}

import { and, eq, notExists } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

/**
 * Takes away an activity whose recordings have all become another one's. Throws "not_found"
 * when the athlete has no such activity, or it still has a recording.
 */
export async function removeJoinedActivity(tx: AthleteTx, id: string): Promise<void> {
  if (!isUuid(id)) throw notFound("This activity");
  const own = and(eq(recordings.athleteId, tx.athleteId), eq(recordings.activityId, activities.id));
  const removed = await tx.db
    .delete(activities)
    .where(
      and(
        eq(activities.athleteId, tx.athleteId),
        eq(activities.id, id),
        notExists(tx.db.select({ id: recordings.id }).from(recordings).where(own)),
      ),
    )
    .returning({ id: activities.id });
  if (removed.length === 0) throw notFound("This activity");
}

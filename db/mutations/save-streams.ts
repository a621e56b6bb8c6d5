import { and, eq } from "drizzle-orm";
import { activities, activityStreams } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { EncodedStreams } from "@/db/streams/encode-streams";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

/**
 * Makes these the streams of an activity; null takes them away.
 * Throws "not_found" when the athlete has no such activity.
 */
export async function saveStreams(
  tx: AthleteTx,
  activityId: string,
  streams: EncodedStreams | null,
): Promise<void> {
  // A foreign key looks past row-level security, so whose activity it is must be asked.
  if (!(await isOwn(tx, activityId))) throw notFound("This activity");
  if (streams === null) {
    await tx.db
      .delete(activityStreams)
      .where(
        and(
          eq(activityStreams.athleteId, tx.athleteId),
          eq(activityStreams.activityId, activityId),
        ),
      );
    return;
  }
  const { lengthS, codec, content } = streams;
  await tx.db
    .insert(activityStreams)
    .values({ activityId, athleteId: tx.athleteId, lengthS, codec, content })
    .onConflictDoUpdate({
      target: activityStreams.activityId,
      set: { lengthS, codec, content },
      setWhere: eq(activityStreams.athleteId, tx.athleteId),
    });
}

async function isOwn(tx: AthleteTx, activityId: string): Promise<boolean> {
  if (!isUuid(activityId)) return false;
  const [row] = await tx.db
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, activityId)));
  return row !== undefined;
}

import { and, eq } from "drizzle-orm";
import { isOwnActivity } from "@/db/own-activity";
import { activityStreams } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { EncodedStreams } from "@/db/streams/encode-streams";
import { notFound } from "@/lib/errors";

/**
 * Makes these the streams of an activity; null takes them away.
 * Throws "not_found" when the athlete has no such activity.
 */
export async function saveStreams(
  tx: AthleteTx,
  activityId: string,
  streams: EncodedStreams | null,
): Promise<void> {
  if (!(await isOwnActivity(tx, activityId))) throw notFound("This activity");
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

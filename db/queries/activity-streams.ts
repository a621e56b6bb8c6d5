import { and, eq } from "drizzle-orm";
import { activities, activityStreams as table } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import { decodeStreams } from "@/db/streams/decode-streams";
import { isUuid } from "@/lib/ids";
import type { Streams } from "@/lib/training/activity/activity-types";
import { withLengthChannels } from "@/lib/training/activity/length-channels";

/**
 * The streams of one of the athlete's activities, in a pool with what its lengths tell; null when
 * there are none, or no such activity.
 */
export async function activityStreams(tx: AthleteTx, activityId: string): Promise<Streams | null> {
  if (!isUuid(activityId)) return null;
  const [row] = await tx.db
    .select({
      codec: table.codec,
      lengthS: table.lengthS,
      content: table.content,
      lengths: activities.lengths,
      distanceM: activities.distanceM,
    })
    .from(table)
    .innerJoin(activities, eq(activities.id, table.activityId))
    .where(and(eq(table.athleteId, tx.athleteId), eq(table.activityId, activityId)));
  if (row === undefined) return null;
  return withLengthChannels(decodeStreams(row), row.lengths, row.distanceM);
}

import { and, eq } from "drizzle-orm";
import { activityStreams as table } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import { decodeStreams } from "@/db/streams/decode-streams";
import { isUuid } from "@/lib/ids";
import type { Streams } from "@/lib/training/activity/activity-types";

/** The streams of one of the athlete's activities; null when there are none, or no such activity. */
export async function activityStreams(tx: AthleteTx, activityId: string): Promise<Streams | null> {
  if (!isUuid(activityId)) return null;
  const [row] = await tx.db
    .select({ codec: table.codec, lengthS: table.lengthS, content: table.content })
    .from(table)
    .where(and(eq(table.athleteId, tx.athleteId), eq(table.activityId, activityId)));
  return row === undefined ? null : decodeStreams(row);
}

import { and, eq, sql } from "drizzle-orm";
import { isOwnActivity } from "@/db/own-activity";
import { rows } from "@/db/rows";
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
  if (streams === null) {
    if (!(await isOwnActivity(tx, activityId))) throw notFound("This activity");
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
  if (!isUuid(activityId)) throw notFound("This activity");
  const { lengthS, codec } = streams;
  const content = sql.param(streams.content, activityStreams.content);
  // A foreign key looks past row-level security; the activity's own row does not.
  const saved = await tx.db.execute(sql`
    insert into ${activityStreams} (activity_id, athlete_id, length_s, codec, content)
    select ${activities.id}, ${activities.athleteId}, ${lengthS}::integer, ${codec}::text, ${content}::bytea
    from ${activities}
    where ${activities.athleteId} = ${tx.athleteId} and ${activities.id} = ${activityId}
    on conflict (activity_id) do update
      set length_s = excluded.length_s, codec = excluded.codec, content = excluded.content
      where ${activityStreams.athleteId} = excluded.athlete_id
    returning ${activityStreams.activityId}`);
  if (rows(saved).length === 0) throw notFound("This activity");
}

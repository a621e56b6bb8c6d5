import { and, asc, eq, exists, ne, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

export type JoinableActivity = Pick<
  typeof activities.$inferSelect,
  "id" | "title" | "sport" | "startedAt" | "utcOffsetS" | "timerS" | "distanceM" | "device"
>;

/** What the interface offers; nobody records the same hour more often. */
const MOST = 8;
const SLACK_S = 120;

/**
 * Activities of other files that were going on at the same time as this one (two minutes of
 * slack at either end), so that the athlete may say that they are the same.
 */
export async function joinableActivities(
  tx: AthleteTx,
  activityId: string,
): Promise<JoinableActivity[]> {
  if (!isUuid(activityId)) return [];
  const [self] = await tx.db
    .select({ startedAt: activities.startedAt, elapsedS: activities.elapsedS })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, activityId)));
  if (!self) return [];
  const start = sql`${self.startedAt.toISOString()}::timestamptz`;
  const end = sql`${start} + make_interval(secs => ${self.elapsedS + SLACK_S})`;
  const itsEnd = sql`${activities.startedAt} + make_interval(secs => ${activities.elapsedS} + ${SLACK_S})`;
  const sameFile = sql`${recordings.sourceFileId} in (
    select r.source_file_id from ${recordings} r
    where r.athlete_id = ${tx.athleteId} and r.activity_id = ${activityId})`;
  const ofIt = and(
    eq(recordings.athleteId, tx.athleteId),
    eq(recordings.activityId, activities.id),
  );
  return tx.db
    .select({
      id: activities.id,
      title: activities.title,
      sport: activities.sport,
      startedAt: activities.startedAt,
      utcOffsetS: activities.utcOffsetS,
      timerS: activities.timerS,
      distanceM: activities.distanceM,
      device: activities.device,
    })
    .from(activities)
    .where(
      and(
        eq(activities.athleteId, tx.athleteId),
        ne(activities.id, activityId),
        sql`${activities.startedAt} between ${start} - interval '4 days' and ${end}`,
        sql`${itsEnd} > ${start}`,
        exists(tx.db.select({ id: recordings.id }).from(recordings).where(ofIt)),
        sql`not ${exists(tx.db.select({ id: recordings.id }).from(recordings).where(and(ofIt, sameFile)))}`,
      ),
    )
    .orderBy(asc(activities.startedAt))
    .limit(MOST);
}

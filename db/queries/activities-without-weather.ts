import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { activities, activityStreams } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

export type ActivityWithoutWeather = {
  readonly id: string;
  readonly startedAt: Date;
  readonly elapsedS: number;
};

/**
 * Up to `limit` activities out of doors with streams whose weather was not found out yet,
 * newest first. `after` is the id of the last one that has been dealt with.
 */
export async function activitiesWithoutWeather(
  tx: AthleteTx,
  page: { readonly after: string | null; readonly limit: number },
): Promise<ActivityWithoutWeather[]> {
  const isAfter =
    page.after === null || !isUuid(page.after)
      ? undefined
      : sql`(${activities.startedAt}, ${activities.id}) < (
          select a.started_at, a.id from ${activities} a
          where a.athlete_id = ${tx.athleteId} and a.id = ${page.after})`;
  return tx.db
    .select({
      id: activities.id,
      startedAt: activities.startedAt,
      elapsedS: activities.elapsedS,
    })
    .from(activities)
    .innerJoin(
      activityStreams,
      and(
        eq(activityStreams.activityId, activities.id),
        eq(activityStreams.athleteId, activities.athleteId),
      ),
    )
    .where(
      and(
        eq(activities.athleteId, tx.athleteId),
        eq(activities.isIndoor, false),
        isNull(activities.weather),
        isAfter,
      ),
    )
    .orderBy(desc(activities.startedAt), desc(activities.id))
    .limit(page.limit);
}

import { and, asc, eq, isNull } from "drizzle-orm";
import { activities, activityStreams } from "@/db/schema/activities";
import type { SystemTx } from "@/db/scope";
import type { AthleteId } from "@/lib/ids";

/** The athletes with an activity whose weather was not found out yet; for dispatch alone. */
export async function athletesWithoutWeather(tx: SystemTx): Promise<AthleteId[]> {
  const found = await tx.db
    .selectDistinct({ athleteId: activities.athleteId })
    .from(activities)
    .innerJoin(activityStreams, eq(activityStreams.activityId, activities.id))
    .where(and(isNull(activities.weather), eq(activities.isIndoor, false)))
    .orderBy(asc(activities.athleteId));
  return found.map(({ athleteId }) => athleteId);
}

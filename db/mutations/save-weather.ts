import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import type { ActivityWeather } from "@/lib/training/activity/activity-weather";

/** Keeps the weather of an activity; values that nobody knows are null, so that nobody is asked again. */
export async function saveWeather(
  tx: AthleteTx,
  activityId: string,
  weather: ActivityWeather,
): Promise<void> {
  if (!isUuid(activityId)) return;
  await tx.db
    .update(activities)
    .set({ weather })
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, activityId)));
}

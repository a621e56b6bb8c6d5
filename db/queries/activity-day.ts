import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { isUuid } from "@/lib/ids";
import type { Sport } from "@/lib/training/activity/sports";

/** When and in which sport one of the athlete's activities was done; null when there is no such activity. */
export async function activityDay(
  tx: AthleteTx,
  activityId: string,
): Promise<{ day: LocalDate; sport: Sport } | null> {
  if (!isUuid(activityId)) return null;
  const [row] = await tx.db
    .select({ day: activities.day, sport: activities.sport })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, activityId)));
  return row ?? null;
}

import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

/**
 * What a new rating starts from, locked against a rating at the same time; null when the
 * athlete has no such activity.
 */
export async function activityEffort(tx: AthleteTx, id: string) {
  if (!isUuid(id)) return null;
  const [row] = await tx.db
    .select({
      day: activities.day,
      sport: activities.sport,
      timerS: activities.timerS,
      rpe: activities.rpe,
      loads: activities.loads,
    })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, id)))
    .for("update");
  return row ?? null;
}

import { and, eq } from "drizzle-orm";
import { isUuid } from "@/lib/ids";
import { activities } from "./schema/activities";
import type { AthleteTx } from "./scope";

/** Whether the athlete has this activity: a foreign key looks past row-level security, so it must be asked. */
export async function isOwnActivity(tx: AthleteTx, activityId: string): Promise<boolean> {
  if (!isUuid(activityId)) return false;
  const [row] = await tx.db
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, activityId)));
  return row !== undefined;
}

import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

/** Notes that the curves of an activity were sought on this grid, also when its file gave none. */
export async function setCurveGrid(tx: AthleteTx, activityId: string, grid: string): Promise<void> {
  if (!isUuid(activityId)) return;
  await tx.db
    .update(activities)
    .set({ curveGrid: grid })
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, activityId)));
}

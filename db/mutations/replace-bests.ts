import { and, eq } from "drizzle-orm";
import type { EncodedCurve } from "@/db/curves/curve-codec";
import { isOwnActivity } from "@/db/own-activity";
import { activityCurves, bestEfforts } from "@/db/schema/bests";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import type { BestEffort } from "@/lib/training/race/best-efforts";

export type Bests = {
  readonly curves: readonly EncodedCurve[];
  readonly efforts: readonly BestEffort[];
};

/**
 * Makes these the curves and best efforts of an activity; what it had before goes.
 * Throws "not_found" when the athlete has no such activity.
 */
export async function replaceBests(tx: AthleteTx, activityId: string, bests: Bests): Promise<void> {
  const { athleteId } = tx;
  if (!(await isOwnActivity(tx, activityId))) throw notFound("This activity");
  for (const table of [activityCurves, bestEfforts]) {
    await tx.db
      .delete(table)
      .where(and(eq(table.athleteId, athleteId), eq(table.activityId, activityId)));
  }
  const curves = bests.curves.map((curve) => ({ ...curve, activityId, athleteId }));
  if (curves.length > 0) await tx.db.insert(activityCurves).values(curves);
  const efforts = bests.efforts.map((effort) => ({ ...effort, activityId, athleteId }));
  if (efforts.length > 0) await tx.db.insert(bestEfforts).values(efforts);
}

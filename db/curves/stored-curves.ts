import { and, asc, eq, type SQL } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { activityCurves } from "@/db/schema/bests";
import type { AthleteTx } from "@/db/scope";
import { CURVE_GRID } from "@/lib/training/capacity/mean-maximal-curve";

/** The athlete's curves of today's grid with the day of their activity, oldest first. */
export function storedCurves(tx: AthleteTx, wanted: readonly (SQL | undefined)[]) {
  return tx.db
    .select({
      activityId: activityCurves.activityId,
      kind: activityCurves.kind,
      day: activities.day,
      grid: activityCurves.grid,
      bests: activityCurves.bests,
    })
    .from(activityCurves)
    .innerJoin(
      activities,
      and(
        eq(activities.id, activityCurves.activityId),
        eq(activities.athleteId, activityCurves.athleteId),
      ),
    )
    .where(
      and(
        eq(activityCurves.athleteId, tx.athleteId),
        eq(activityCurves.grid, CURVE_GRID),
        ...wanted,
      ),
    )
    .orderBy(asc(activities.startedAt), asc(activities.id));
}

import { and, asc, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { activityCurves } from "@/db/schema/bests";
import type { AthleteTx } from "@/db/scope";
import type { Sport } from "@/lib/training/activity/sports";
import type { CurveKind } from "@/lib/training/capacity/activity-curves";
import { CURVE_GRID } from "@/lib/training/capacity/mean-maximal-curve";

export type CurveSport = { readonly sport: Sport; readonly kind: CurveKind };

/** Which kinds of curve the athlete has in which sports. */
export async function curveSports(tx: AthleteTx): Promise<CurveSport[]> {
  return tx.db
    .selectDistinct({ sport: activities.sport, kind: activityCurves.kind })
    .from(activityCurves)
    .innerJoin(
      activities,
      and(
        eq(activities.id, activityCurves.activityId),
        eq(activities.athleteId, activityCurves.athleteId),
      ),
    )
    .where(and(eq(activityCurves.athleteId, tx.athleteId), eq(activityCurves.grid, CURVE_GRID)))
    .orderBy(asc(activities.sport), asc(activityCurves.kind));
}

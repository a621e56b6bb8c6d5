import { and, asc, eq, gte, lt, lte } from "drizzle-orm";
import { decodeBests } from "@/db/curves/curve-codec";
import { activities } from "@/db/schema/activities";
import { activityCurves } from "@/db/schema/bests";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/activity-types";
import type { CurveKind } from "@/lib/training/capacity/activity-curves";
import type { StoredBests } from "@/lib/training/capacity/curve-envelope";
import { CURVE_GRID } from "@/lib/training/capacity/mean-maximal-curve";

export type DatedBests = StoredBests & { readonly day: LocalDate };

export type CurvesWanted = {
  readonly sport: Sport;
  readonly kind: CurveKind;
  /** Null for all time. */
  readonly from: LocalDate | null;
  /** The last day, included. */
  readonly to: LocalDate;
  /** Only activities that started before this moment. */
  readonly startedBefore?: Date;
};

/** The curves of one kind of all activities of a sport on these days, oldest first. */
export async function curvesBetween(tx: AthleteTx, wanted: CurvesWanted): Promise<DatedBests[]> {
  const { sport, kind, from, to, startedBefore } = wanted;
  const found = await tx.db
    .select({
      activityId: activityCurves.activityId,
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
        eq(activityCurves.kind, kind),
        eq(activityCurves.grid, CURVE_GRID),
        eq(activities.sport, sport),
        lte(activities.day, to),
        from === null ? undefined : gte(activities.day, from),
        startedBefore === undefined ? undefined : lt(activities.startedAt, startedBefore),
      ),
    )
    .orderBy(asc(activities.startedAt), asc(activities.id));
  return found.map(({ activityId, day, grid, bests }) => ({
    activityId,
    day,
    bests: decodeBests(kind, grid, bests),
  }));
}

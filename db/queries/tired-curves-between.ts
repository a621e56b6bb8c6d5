import { and, asc, eq, gte, inArray, lte } from "drizzle-orm";
import { decodeBests } from "@/db/curves/curve-codec";
import { activities } from "@/db/schema/activities";
import { activityCurves } from "@/db/schema/bests";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { TIRED_CURVES } from "@/lib/training/capacity/activity-curves";
import type { StoredBests } from "@/lib/training/capacity/curve-envelope";
import { CURVE_GRID } from "@/lib/training/capacity/mean-maximal-curve";

export type TiredBests = StoredBests & { readonly afterKjPerKg: number };

/** The power curves after work of the rides on these days, the last included, oldest first. */
export async function tiredCurvesBetween(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<TiredBests[]> {
  const kinds = TIRED_CURVES.map(({ kind }) => kind);
  const found = await tx.db
    .select({
      activityId: activityCurves.activityId,
      kind: activityCurves.kind,
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
        inArray(activityCurves.kind, kinds),
        eq(activityCurves.grid, CURVE_GRID),
        gte(activities.day, from),
        lte(activities.day, to),
      ),
    )
    .orderBy(asc(activities.startedAt), asc(activities.id));
  return TIRED_CURVES.flatMap(({ kind, afterKjPerKg }) =>
    found
      .filter((row) => row.kind === kind)
      .map(({ activityId, grid, bests }) => ({
        activityId,
        afterKjPerKg,
        bests: decodeBests(kind, grid, bests),
      })),
  );
}

import { and, asc, eq } from "drizzle-orm";
import { decodeBests, decodeStarts } from "@/db/curves/curve-codec";
import { activityCurves as table } from "@/db/schema/bests";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import type { ActivityCurve } from "@/lib/training/capacity/activity-curves";
import { CURVE_GRID } from "@/lib/training/capacity/mean-maximal-curve";

/** The curves of one of the athlete's activities, by kind; none when there is no such activity. */
export async function activityCurves(tx: AthleteTx, activityId: string): Promise<ActivityCurve[]> {
  if (!isUuid(activityId)) return [];
  const found = await tx.db
    .select({ kind: table.kind, grid: table.grid, bests: table.bests, starts: table.starts })
    .from(table)
    .where(
      and(
        eq(table.athleteId, tx.athleteId),
        eq(table.activityId, activityId),
        eq(table.grid, CURVE_GRID),
      ),
    )
    .orderBy(asc(table.kind));
  return found.map(({ kind, grid, bests, starts }) => ({
    kind,
    bests: decodeBests(kind, grid, bests),
    starts: decodeStarts(starts),
  }));
}

import { and, asc, isNotNull, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { SystemTx } from "@/db/scope";
import type { AthleteId } from "@/lib/ids";

/** The athletes with an activity that could have its curves on this grid and has not; for dispatch alone. */
export async function athletesWithoutCurves(tx: SystemTx, grid: string): Promise<AthleteId[]> {
  const found = await tx.db
    .selectDistinct({ athleteId: activities.athleteId })
    .from(activities)
    .where(
      and(
        sql`${activities.curveGrid} is distinct from ${grid}`,
        isNotNull(activities.sourceFileId),
      ),
    )
    .orderBy(asc(activities.athleteId));
  return found.map(({ athleteId }) => athleteId);
}

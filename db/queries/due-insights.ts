import { asc, eq, isNull, lte, or } from "drizzle-orm";
import { athletes } from "@/db/schema/athletes";
import { athleteSchedules } from "@/db/schema/days";
import type { SystemTx } from "@/db/scope";
import type { AthleteId } from "@/lib/ids";

export type DueInsights = {
  readonly athleteId: AthleteId;
  readonly timeZone: string;
  /** Null for an athlete whose first ones have not been planned yet. */
  readonly nextInsightsAt: Date | null;
};

/** Athletes whose week is to be told or planned, locked; those locked elsewhere are left there. */
export async function dueInsights(tx: SystemTx, now: Date, limit: number): Promise<DueInsights[]> {
  return tx.db
    .select({
      athleteId: athleteSchedules.athleteId,
      timeZone: athletes.timeZone,
      nextInsightsAt: athleteSchedules.nextInsightsAt,
    })
    .from(athleteSchedules)
    .innerJoin(athletes, eq(athletes.id, athleteSchedules.athleteId))
    .where(or(lte(athleteSchedules.nextInsightsAt, now), isNull(athleteSchedules.nextInsightsAt)))
    .orderBy(asc(athleteSchedules.nextInsightsAt))
    .limit(limit)
    .for("update", { of: athleteSchedules, skipLocked: true });
}

import { asc, eq, lte } from "drizzle-orm";
import { athletes } from "@/db/schema/athletes";
import { athleteSchedules } from "@/db/schema/days";
import type { SystemTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AthleteId } from "@/lib/ids";

export type DueMorning = {
  readonly athleteId: AthleteId;
  readonly timeZone: string;
  /** Minutes after local midnight at which the athlete's morning runs. */
  readonly morningMinute: number;
  readonly nextMorningAt: Date;
  /** The local day of the last morning that was started; null before the first. */
  readonly lastMorningDay: LocalDate | null;
};

/**
 * Athletes whose morning is due, the longest due first, locked until the end of the
 * transaction; those that another process has locked are left to it.
 */
export async function dueMornings(tx: SystemTx, now: Date, limit: number): Promise<DueMorning[]> {
  return tx.db
    .select({
      athleteId: athleteSchedules.athleteId,
      timeZone: athletes.timeZone,
      morningMinute: athletes.morningMinute,
      nextMorningAt: athleteSchedules.nextMorningAt,
      lastMorningDay: athleteSchedules.lastMorningDay,
    })
    .from(athleteSchedules)
    .innerJoin(athletes, eq(athletes.id, athleteSchedules.athleteId))
    .where(lte(athleteSchedules.nextMorningAt, now))
    .orderBy(asc(athleteSchedules.nextMorningAt))
    .limit(limit)
    .for("update", { of: athleteSchedules, skipLocked: true });
}

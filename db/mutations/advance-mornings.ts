import { sql } from "drizzle-orm";
import { athleteSchedules } from "@/db/schema/days";
import type { SystemTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AthleteId } from "@/lib/ids";

export type StartedMorning = {
  readonly athleteId: AthleteId;
  /** The local day of the last morning that was started. */
  readonly lastMorningDay: LocalDate;
  readonly nextMorningAt: Date;
};

/** Moves the schedules that `dueMornings` has locked on to their next instants, in one statement. */
export async function advanceMornings(
  tx: SystemTx,
  schedules: readonly StartedMorning[],
): Promise<void> {
  if (schedules.length === 0) return;
  const values = schedules.map(
    ({ athleteId, lastMorningDay, nextMorningAt }) =>
      sql`(${athleteId}::uuid, ${lastMorningDay}::date, ${nextMorningAt.toISOString()}::timestamptz)`,
  );
  await tx.db.execute(sql`
    update ${athleteSchedules} set next_morning_at = v.at, last_morning_day = v.day
    from (values ${sql.join(values, sql`, `)}) as v (id, day, at)
    where ${athleteSchedules.athleteId} = v.id`);
}

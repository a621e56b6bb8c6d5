import { sql } from "drizzle-orm";
import { athleteSchedules } from "@/db/schema/days";
import type { SystemTx } from "@/db/scope";
import type { AthleteId } from "@/lib/ids";

/** Moves the schedules that `dueMornings` has locked on to their next instants, in one statement. */
export async function advanceMornings(
  tx: SystemTx,
  schedules: readonly { readonly athleteId: AthleteId; readonly nextMorningAt: Date }[],
): Promise<void> {
  if (schedules.length === 0) return;
  const values = schedules.map(
    ({ athleteId, nextMorningAt }) =>
      sql`(${athleteId}::uuid, ${nextMorningAt.toISOString()}::timestamptz)`,
  );
  await tx.db.execute(sql`
    update ${athleteSchedules} set next_morning_at = v.at
    from (values ${sql.join(values, sql`, `)}) as v (id, at)
    where ${athleteSchedules.athleteId} = v.id`);
}

import { sql } from "drizzle-orm";
import { athleteSchedules } from "@/db/schema/days";
import type { SystemTx } from "@/db/scope";
import type { AthleteId } from "@/lib/ids";

export type PlannedInsights = { readonly athleteId: AthleteId; readonly nextInsightsAt: Date };

/** Moves the schedules that `dueInsights` has locked on to their next instants, in one statement. */
export async function advanceInsights(
  tx: SystemTx,
  schedules: readonly PlannedInsights[],
): Promise<void> {
  if (schedules.length === 0) return;
  const values = schedules.map(
    ({ athleteId, nextInsightsAt }) =>
      sql`(${athleteId}::uuid, ${nextInsightsAt.toISOString()}::timestamptz)`,
  );
  await tx.db.execute(sql`
    update ${athleteSchedules} set next_insights_at = v.at
    from (values ${sql.join(values, sql`, `)}) as v (id, at)
    where ${athleteSchedules.athleteId} = v.id`);
}

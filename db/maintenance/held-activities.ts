import { sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import type { AthleteTx } from "@/db/scope";

export type HeldActivities = {
  readonly activities: number;
  /** By when they began: fewer than there are activities when one is there twice. */
  readonly distinct: number;
  readonly hours: number;
  /** Of the whole database. */
  readonly bytes: number;
};

/** How much an athlete has, and what it takes to keep; for measurements. */
export async function heldActivities(tx: AthleteTx): Promise<HeldActivities> {
  const found = await tx.db.execute(sql`
    select count(*)::int as activities, count(distinct started_at)::int as distinct,
      coalesce(sum(timer_s) / 3600, 0)::float as hours,
      pg_database_size(current_database())::float as bytes
    from activities where athlete_id = ${tx.athleteId}`);
  const [held] = rows<HeldActivities>(found);
  return held ?? { activities: 0, distinct: 0, hours: 0, bytes: 0 };
}

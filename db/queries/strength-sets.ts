import { sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** Equal sets of one exercise in one session. */
export type StrengthSets = {
  readonly activityId: string;
  readonly title: string;
  readonly day: LocalDate;
  /** As the device calls it; null when it did not say. */
  readonly exercise: string | null;
  readonly repetitions: number | null;
  /** Null for an exercise without a weight, or when none was recorded. */
  readonly weightKg: number | null;
  /** How many sets were like this. */
  readonly sets: number;
};

/** Every working set that was ever recorded, equal ones of a session together, oldest first. */
export async function strengthSets(tx: AthleteTx): Promise<StrengthSets[]> {
  const result = await tx.db.execute(sql`
    select activities.id as "activityId", title, day::text as day,
      one->>'exercise' as exercise,
      (one->>'repetitions')::float8 as repetitions,
      nullif((one->>'weightKg')::float8, 0) as "weightKg",
      count(*)::int as sets
    from ${activities} cross join lateral jsonb_array_elements(sets) as one
    where athlete_id = ${tx.athleteId} and sets <> '[]' and (one->>'isActive')::boolean
    group by activities.id, title, day, started_at, 4, 5, 6
    order by started_at, 4, 5, 6`);
  return rows<StrengthSets>(result);
}

import { and, eq, inArray } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

/** The titles of some of the athlete's activities, in no order. */
export async function activityNames(
  tx: AthleteTx,
  ids: readonly string[],
): Promise<{ id: string; title: string }[]> {
  const wanted = [...new Set(ids)].filter(isUuid);
  if (wanted.length === 0) return [];
  return tx.db
    .select({ id: activities.id, title: activities.title })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), inArray(activities.id, wanted)));
}

import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

/** What a rating changes: itself and the loads that follow from it. */
export type ActivityEffort = Pick<
  typeof activities.$inferSelect,
  "rpe" | "load" | "loadMethod" | "loads"
>;

/** Stores a rating with its loads. Throws "not_found" when the athlete has no such activity. */
export async function setActivityEffort(
  tx: AthleteTx,
  id: string,
  effort: ActivityEffort,
): Promise<void> {
  if (!isUuid(id)) throw notFound("This activity");
  const rated = await tx.db
    .update(activities)
    .set(effort)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, id)))
    .returning({ id: activities.id });
  if (rated.length === 0) throw notFound("This activity");
}

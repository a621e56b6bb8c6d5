import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

/** What an edit changes beside the analysis: what the athlete said, and the loads that follow. */
export type FactColumns = Pick<
  typeof activities.$inferInsert,
  | "title"
  | "sport"
  | "subSport"
  | "rpe"
  | "feel"
  | "remark"
  | "original"
  | "load"
  | "loadMethod"
  | "loads"
>;

/** Stores what holds of an activity now. Throws "not_found" when the athlete has no such activity. */
export async function setActivityFacts(
  tx: AthleteTx,
  id: string,
  facts: FactColumns,
): Promise<void> {
  if (!isUuid(id)) throw notFound("This activity");
  const changed = await tx.db
    .update(activities)
    .set(facts)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, id)))
    .returning({ id: activities.id });
  if (changed.length === 0) throw notFound("This activity");
}

import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

/** Renames an activity. Throws "not_found" when the athlete has no such activity. */
export async function setActivityTitle(tx: AthleteTx, id: string, title: string): Promise<void> {
  if (!isUuid(id)) throw notFound("This activity");
  const renamed = await tx.db
    .update(activities)
    .set({ title })
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, id)))
    .returning({ id: activities.id });
  if (renamed.length === 0) throw notFound("This activity");
}

import { and, eq, isNull } from "drizzle-orm";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";

/** Activities to which a recording was added that they have not been worked out with yet. */
export async function uncombinedActivities(tx: AthleteTx): Promise<string[]> {
  const found = await tx.db
    .selectDistinct({ id: recordings.activityId })
    .from(recordings)
    .where(and(eq(recordings.athleteId, tx.athleteId), isNull(recordings.combinedAt)))
    .orderBy(recordings.activityId);
  return found.map((row) => row.id);
}

import { and, asc, eq, exists, or } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { isUuid } from "@/lib/ids";

/** The activities that a source file is a recording of, in the order of their sessions. */
export async function activitiesOfSource(
  tx: AthleteTx,
  sourceFileId: string,
): Promise<{ readonly id: string; readonly day: LocalDate }[]> {
  if (!isUuid(sourceFileId)) return [];
  const recordsIt = tx.db
    .select({ id: recordings.id })
    .from(recordings)
    .where(
      and(
        eq(recordings.athleteId, tx.athleteId),
        eq(recordings.activityId, activities.id),
        eq(recordings.sourceFileId, sourceFileId),
      ),
    );
  return tx.db
    .select({ id: activities.id, day: activities.day })
    .from(activities)
    .where(
      and(
        eq(activities.athleteId, tx.athleteId),
        or(eq(activities.sourceFileId, sourceFileId), exists(recordsIt)),
      ),
    )
    .orderBy(asc(activities.sessionIndex));
}

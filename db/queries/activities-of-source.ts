import { and, asc, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { isUuid } from "@/lib/ids";

/** The activities that were read from a source file, in the order of its sessions. */
export async function activitiesOfSource(
  tx: AthleteTx,
  sourceFileId: string,
): Promise<{ readonly id: string; readonly day: LocalDate }[]> {
  if (!isUuid(sourceFileId)) return [];
  return tx.db
    .select({ id: activities.id, day: activities.day })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.sourceFileId, sourceFileId)))
    .orderBy(asc(activities.sessionIndex));
}

import { and, desc, eq, gte } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** Activities since a day that a batch brought, the newest first. */
export async function freshActivities(
  tx: AthleteTx,
  batchId: string,
  of: { readonly since: LocalDate; readonly limit: number },
): Promise<string[]> {
  const found = await tx.db
    .selectDistinct({ id: activities.id, startedAt: activities.startedAt })
    .from(importFiles)
    .innerJoin(
      activities,
      and(
        eq(activities.sourceFileId, importFiles.sourceFileId),
        eq(activities.athleteId, importFiles.athleteId),
      ),
    )
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        eq(importFiles.batchId, batchId),
        gte(activities.day, of.since),
      ),
    )
    .orderBy(desc(activities.startedAt))
    .limit(of.limit);
  return found.map(({ id }) => id);
}

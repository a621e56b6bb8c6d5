import { and, asc, eq, gte, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { sourceFiles } from "@/db/schema/imports";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { isUuid } from "@/lib/ids";

export type ActivityToReanalyse = {
  readonly id: string;
  readonly day: LocalDate;
  readonly sourceFileId: string;
  readonly sessionIndex: number;
  /** How many recordings it is made of. */
  readonly recordings: number;
  /** Raw deflate of the original file. */
  readonly content: Uint8Array;
};

/**
 * Up to `limit` activities done on `fromDay` or later, oldest first, with their original
 * files; those that have none cannot be analysed again and are left out. `after` is the id of
 * the last one that has been dealt with.
 */
export async function activitiesForReanalysis(
  tx: AthleteTx,
  page: {
    readonly fromDay: LocalDate;
    readonly after: string | null;
    readonly limit: number;
    /** Leaves out those whose curves are on this grid already. */
    readonly exceptGrid?: string | null;
  },
): Promise<ActivityToReanalyse[]> {
  const isAfter =
    page.after === null || !isUuid(page.after)
      ? undefined
      : sql`(${activities.startedAt}, ${activities.id}) > (
          select a.started_at, a.id from ${activities} a
          where a.athlete_id = ${tx.athleteId} and a.id = ${page.after})`;
  return tx.db
    .select({
      id: activities.id,
      day: activities.day,
      sourceFileId: sourceFiles.id,
      sessionIndex: activities.sessionIndex,
      recordings: sql<number>`(
        select count(*) from ${recordings} r
        where r.athlete_id = ${activities.athleteId} and r.activity_id = ${activities.id})`.mapWith(
        Number,
      ),
      content: sourceFiles.content,
    })
    .from(activities)
    .innerJoin(
      sourceFiles,
      and(
        eq(sourceFiles.id, activities.sourceFileId),
        eq(sourceFiles.athleteId, activities.athleteId),
      ),
    )
    .where(
      and(
        eq(activities.athleteId, tx.athleteId),
        gte(activities.day, page.fromDay),
        page.exceptGrid == null
          ? undefined
          : sql`${activities.curveGrid} is distinct from ${page.exceptGrid}`,
        isAfter,
      ),
    )
    .orderBy(asc(activities.startedAt), asc(activities.id))
    .limit(page.limit);
}

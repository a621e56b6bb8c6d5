import { and, asc, eq, getTableColumns, ne, sql } from "drizzle-orm";
import { activities, activityStreams, importFiles } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

type Row = typeof activities.$inferSelect;

/** Another part of the same recording, or the same activity as another file told it. */
export type ActivitySibling = Pick<
  Row,
  "id" | "sport" | "title" | "startedAt" | "timerS" | "elapsedS" | "load"
>;
export type ActivityFileMention = {
  readonly name: string;
  /** Why the file was read only in part; null when whole. */
  readonly reason: string | null;
  readonly isDuplicate: boolean;
};

export type ActivityDetail = Omit<Row, "athleteId" | "createdAt"> & {
  /** Seconds of streams that are stored; null when there are none. */
  readonly streamsLengthS: number | null;
  /** The other sessions of a multisport file, in order. */
  readonly siblings: readonly ActivitySibling[];
  /** Files that this activity was read from, and those recognised as the same. */
  readonly files: readonly ActivityFileMention[];
};

const {
  athleteId: _athleteId,
  createdAt: _createdAt,
  ...ROW_COLUMNS
} = getTableColumns(activities);

/**
 * Everything about one activity except its streams; null when the athlete has no such
 * activity, whoever else may.
 */
export async function activityDetail(tx: AthleteTx, id: string): Promise<ActivityDetail | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.db
    .select({ ...ROW_COLUMNS, streamsLengthS: activityStreams.lengthS })
    .from(activities)
    .leftJoin(
      activityStreams,
      and(
        eq(activityStreams.activityId, activities.id),
        eq(activityStreams.athleteId, tx.athleteId),
      ),
    )
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, id)));
  if (row === undefined) return null;
  return {
    ...row,
    siblings: await siblingsOf(tx, row.id, row.sourceFileId),
    files: await filesOf(tx, row.id, row.sourceFileId),
  };
}

async function siblingsOf(
  tx: AthleteTx,
  id: string,
  sourceFileId: string | null,
): Promise<ActivitySibling[]> {
  if (sourceFileId === null) return [];
  return tx.db
    .select({
      id: activities.id,
      sport: activities.sport,
      title: activities.title,
      startedAt: activities.startedAt,
      timerS: activities.timerS,
      elapsedS: activities.elapsedS,
      load: activities.load,
    })
    .from(activities)
    .where(
      and(
        eq(activities.athleteId, tx.athleteId),
        eq(activities.sourceFileId, sourceFileId),
        ne(activities.id, id),
      ),
    )
    .orderBy(asc(activities.sessionIndex));
}

async function filesOf(
  tx: AthleteTx,
  id: string,
  sourceFileId: string | null,
): Promise<ActivityFileMention[]> {
  const mention = { name: importFiles.name, reason: importFiles.reason };
  const duplicates = await tx.db
    .selectDistinct(mention)
    .from(importFiles)
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        eq(importFiles.duplicateOfActivityId, id),
        // The very same file again is no news.
        sql`${importFiles.reasonCode} is distinct from 'same_file'`,
      ),
    )
    .orderBy(asc(importFiles.name));
  const origins =
    sourceFileId === null
      ? []
      : await tx.db
          .select({ ...mention, status: importFiles.status })
          .from(importFiles)
          .where(
            and(
              eq(importFiles.athleteId, tx.athleteId),
              eq(importFiles.sourceFileId, sourceFileId),
            ),
          )
          .orderBy(asc(importFiles.createdAt));
  return [
    ...origins
      .filter((file) => file.status !== "duplicate")
      .map(({ name, reason }) => ({ name, reason, isDuplicate: false })),
    ...duplicates.map((file) => ({ ...file, isDuplicate: true })),
  ];
}

import { and, asc, eq, getTableColumns, inArray, ne, or, sql } from "drizzle-orm";
import { activities, activityStreams, importFiles, recordings } from "@/db/schema";
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

/** By the recordings' files, so that the ledger's word "duplicate" plays no part. */
async function filesOf(
  tx: AthleteTx,
  id: string,
  sourceFileId: string | null,
): Promise<ActivityFileMention[]> {
  const told = tx.db
    .select({ id: recordings.sourceFileId })
    .from(recordings)
    .where(and(eq(recordings.athleteId, tx.athleteId), eq(recordings.activityId, id)));
  const found = await tx.db
    .select({
      name: importFiles.name,
      reason: sql<
        string | null
      >`case when ${importFiles.status} = 'duplicate' then null else ${importFiles.reason} end`,
      sourceFileId: importFiles.sourceFileId,
    })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        or(
          inArray(importFiles.sourceFileId, told),
          sourceFileId === null ? undefined : eq(importFiles.sourceFileId, sourceFileId),
        ),
        // The very same file again is no news.
        sql`${importFiles.reasonCode} is distinct from 'same_file'`,
      ),
    )
    .orderBy(asc(importFiles.createdAt), asc(importFiles.name));
  const mentions = found.map((file) => ({
    name: file.name,
    isDuplicate: file.sourceFileId !== sourceFileId,
    reason: file.sourceFileId === sourceFileId ? file.reason : null,
  }));
  return mentions
    .filter((one, i) => mentions.findIndex((other) => isSame(one, other)) === i)
    .toSorted((a, b) => Number(a.isDuplicate) - Number(b.isDuplicate));
}

function isSame(a: ActivityFileMention, b: ActivityFileMention): boolean {
  return a.name === b.name && a.isDuplicate === b.isDuplicate;
}

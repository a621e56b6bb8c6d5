import { and, asc, count, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { remoteActivities } from "@/db/schema/connections";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

export type WaitingActivity = {
  readonly externalId: string;
  readonly title: string | null;
  readonly startedAt: Date | null;
  readonly attempts: number;
  /** When the vendor's list or message spoke of it last. */
  readonly seenAt: Date;
};

/**
 * Activities whose file has not been fetched, the newest first; those on which a try has failed
 * come after the others, so that one bad file never holds up the rest.
 */
export async function waitingActivities(
  tx: AthleteTx,
  connectionId: string,
  limit: number,
): Promise<{ readonly next: WaitingActivity[]; readonly waiting: number }> {
  if (!isUuid(connectionId)) return { next: [], waiting: 0 };
  const isWaiting = and(
    eq(remoteActivities.athleteId, tx.athleteId),
    eq(remoteActivities.connectionId, connectionId),
    eq(remoteActivities.status, "waiting"),
  );
  const counting = tx.db.select({ n: count() }).from(remoteActivities).where(isWaiting);
  const choosing = tx.db
    .select({
      externalId: remoteActivities.externalId,
      title: remoteActivities.title,
      startedAt: remoteActivities.startedAt,
      attempts: remoteActivities.attempts,
      seenAt: remoteActivities.seenAt,
    })
    .from(remoteActivities)
    .where(isWaiting)
    .orderBy(
      asc(remoteActivities.attempts),
      sql`${remoteActivities.startedAt} desc nulls last`,
      asc(remoteActivities.externalId),
    )
    .limit(limit);
  const [[counted], next] = await Promise.all([counting, choosing]);
  return { next, waiting: counted?.n ?? 0 };
}

/**
 * The source files that came of a connection's activities, or of some of them, and that the
 * athlete has not handed in otherwise as well.
 */
export async function sourceFilesOfConnection(
  tx: AthleteTx,
  connectionId: string,
  externalIds: readonly string[] | null,
): Promise<string[]> {
  if (!isUuid(connectionId) || externalIds?.length === 0) return [];
  const found = await tx.db
    .selectDistinct({ id: importFiles.sourceFileId })
    .from(remoteActivities)
    .innerJoin(importFiles, eq(importFiles.id, remoteActivities.importFileId))
    .where(
      and(
        eq(remoteActivities.athleteId, tx.athleteId),
        eq(remoteActivities.connectionId, connectionId),
        isNotNull(importFiles.sourceFileId),
        sql`not exists (
          select from ${importFiles} other where other.source_file_id = ${importFiles.sourceFileId}
            and other.athlete_id = ${tx.athleteId} and not exists (
              select from ${remoteActivities} mine where mine.import_file_id = other.id
                and mine.connection_id = ${connectionId}))`,
        externalIds === null ? undefined : inArray(remoteActivities.externalId, [...externalIds]),
      ),
    );
  return found.flatMap(({ id }) => (id === null ? [] : [id]));
}

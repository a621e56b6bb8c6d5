import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { remoteActivities } from "@/db/schema/connections";
import { importBatches, importFiles } from "@/db/schema/imports";
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
  const named = { athleteId: tx.athleteId, connectionId, limit };
  const found = await waitingStatement(tx.db).execute(named);
  return { next: found.map(({ waiting: _, ...one }) => one), waiting: found[0]?.waiting ?? 0 };
}

const waitingStatement = prepared("formline_waiting_activities", (db) =>
  db
    .select({
      externalId: remoteActivities.externalId,
      title: remoteActivities.title,
      startedAt: remoteActivities.startedAt,
      attempts: remoteActivities.attempts,
      seenAt: remoteActivities.seenAt,
      waiting: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(remoteActivities)
    .where(
      and(
        eq(remoteActivities.athleteId, sql.placeholder("athleteId")),
        eq(remoteActivities.connectionId, sql.placeholder("connectionId")),
        eq(remoteActivities.status, "waiting"),
      ),
    )
    .orderBy(
      asc(remoteActivities.attempts),
      sql`${remoteActivities.startedAt} desc nulls last`,
      asc(remoteActivities.externalId),
    )
    .limit(sql.placeholder("limit")),
);

/** What came of a connection's activities, and of nothing else. */
export type FilesOfConnection = {
  readonly sourceFileIds: readonly string[];
  /** Rows of the import's ledger that have not been read yet. */
  readonly waitingIds: readonly string[];
};

/**
 * The files that came of a connection's activities, or of some of them, each version that was
 * ever fetched, unless the athlete or another connection has handed in the same as well.
 */
export async function filesOfConnection(
  tx: AthleteTx,
  connectionId: string,
  externalIds: readonly string[] | null,
): Promise<FilesOfConnection> {
  if (!isUuid(connectionId) || externalIds?.length === 0) {
    return { sourceFileIds: [], waitingIds: [] };
  }
  // A file is fetched again when it changed: its rows before are known by its name.
  const earlier = sql`${importFiles.name} = linked.name and exists (
    select from ${importBatches} batch where batch.id = ${importFiles.batchId}
      and batch.origin = 'sync') and not exists (
    select from ${remoteActivities} other where other.import_file_id = ${importFiles.id}
      and other.connection_id <> ${connectionId})`;
  const handedIn = sql`exists (
    select from ${importFiles} same
      join ${importBatches} batch on batch.id = same.batch_id
      left join ${remoteActivities} other on other.import_file_id = same.id
    where same.source_file_id = ${importFiles.sourceFileId} and same.athlete_id = ${tx.athleteId}
      and other.connection_id is distinct from ${connectionId}
      and (batch.origin <> 'sync' or other.connection_id is not null))`;
  const found = await tx.db
    .selectDistinct({
      id: importFiles.id,
      status: importFiles.status,
      sourceFileId: importFiles.sourceFileId,
      isHandedIn: sql<boolean>`${handedIn}`,
    })
    .from(remoteActivities)
    .innerJoin(sql`${importFiles} linked`, sql`linked.id = ${remoteActivities.importFileId}`)
    .innerJoin(
      importFiles,
      and(
        eq(importFiles.athleteId, tx.athleteId),
        sql`(${importFiles.id} = linked.id or (${earlier}))`,
      ),
    )
    .where(
      and(
        eq(remoteActivities.athleteId, tx.athleteId),
        eq(remoteActivities.connectionId, connectionId),
        externalIds === null ? undefined : inArray(remoteActivities.externalId, [...externalIds]),
      ),
    );
  const own = found.flatMap((row) => (row.isHandedIn ? [] : (row.sourceFileId ?? [])));
  const waiting = found.filter((row) => row.status === "waiting");
  return { sourceFileIds: [...new Set(own)], waitingIds: waiting.map((row) => row.id) };
}

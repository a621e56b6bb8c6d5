import { and, asc, count, desc, eq, gt, sql } from "drizzle-orm";
import { importBatches, importFiles } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import type { ImportCounts, ImportOutcome, ImportProgress } from "@/lib/schemas/import";
import { importSummary } from "./import-summary";

export type LedgerRequest = {
  readonly batchId: string;
  /** Position of the last file of the page before; null for the first page. */
  readonly cursor: number | null;
  /** Null for every outcome. */
  readonly status: ImportOutcome | null;
  readonly limit: number;
};

/**
 * One page of a batch's ledger in the order of the files, with the counts of the whole
 * batch. Throws AppError "not_found" for a batch that is not the athlete's.
 */
export async function importLedger(tx: AthleteTx, request: LedgerRequest): Promise<ImportProgress> {
  const { batchId, cursor, status, limit } = request;
  if (!isUuid(batchId)) throw notFound("This import");
  const [batch] = await tx.db
    .select()
    .from(importBatches)
    .where(and(eq(importBatches.athleteId, tx.athleteId), eq(importBatches.id, batchId)));
  if (!batch) throw notFound("This import");
  const found = await tx.db
    .select(FILE_COLUMNS)
    .from(importFiles)
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        eq(importFiles.batchId, batchId),
        cursor === null ? undefined : gt(importFiles.position, cursor),
        status === null ? undefined : eq(importFiles.status, status),
      ),
    )
    .orderBy(asc(importFiles.position))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  const totals = await countOutcomes(tx, [batchId]);
  return {
    batchId,
    status: batch.status,
    createdAt: batch.createdAt.toISOString(),
    finishedAt: batch.finishedAt?.toISOString() ?? null,
    counts: totals.get(batchId) ?? NO_FILES,
    summary: batch.status === "finished" ? await importSummary(tx, batchId) : null,
    files: page.map(({ position: _, finishedAt, ...file }) => ({
      ...file,
      finishedAt: finishedAt?.toISOString() ?? null,
    })),
    nextCursor: found.length > limit ? (page.at(-1)?.position ?? null) : null,
  };
}

export type ImportBatchSummary = {
  readonly batchId: string;
  readonly origin: (typeof importBatches.$inferSelect)["origin"];
  readonly status: ImportProgress["status"];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly counts: ImportCounts;
};

/** The athlete's imports, newest first; those that never received a file are left out. */
export async function recentImports(tx: AthleteTx, limit: number): Promise<ImportBatchSummary[]> {
  const batches = await tx.db
    .select()
    .from(importBatches)
    .where(
      and(
        eq(importBatches.athleteId, tx.athleteId),
        sql`exists (select 1 from ${importFiles} where ${importFiles.batchId} = ${importBatches.id})`,
      ),
    )
    .orderBy(desc(importBatches.createdAt), desc(importBatches.id))
    .limit(limit);
  const totals = await countOutcomes(
    tx,
    batches.map((batch) => batch.id),
  );
  return batches.map((batch) => ({
    batchId: batch.id,
    origin: batch.origin,
    status: batch.status,
    createdAt: batch.createdAt.toISOString(),
    counts: totals.get(batch.id) ?? NO_FILES,
  }));
}

const FILE_COLUMNS = {
  id: importFiles.id,
  position: importFiles.position,
  name: importFiles.name,
  byteLength: importFiles.byteLength,
  status: importFiles.status,
  reasonCode: importFiles.reasonCode,
  reason: importFiles.reason,
  activityIds: importFiles.activityIds,
  wellnessDays: importFiles.wellnessDays,
  duplicateOfActivityId: importFiles.duplicateOfActivityId,
  finishedAt: importFiles.finishedAt,
};

const NO_FILES: ImportCounts = { waiting: 0, imported: 0, duplicate: 0, partial: 0, rejected: 0 };

async function countOutcomes(
  tx: AthleteTx,
  batchIds: readonly string[],
): Promise<Map<string, ImportCounts>> {
  const totals = new Map<string, ImportCounts>();
  if (batchIds.length === 0) return totals;
  const counted = await tx.db
    .select({ batchId: importFiles.batchId, status: importFiles.status, files: count() })
    .from(importFiles)
    .where(
      and(eq(importFiles.athleteId, tx.athleteId), sql`${importFiles.batchId} in ${[...batchIds]}`),
    )
    .groupBy(importFiles.batchId, importFiles.status);
  for (const { batchId, status, files } of counted) {
    totals.set(batchId, { ...(totals.get(batchId) ?? NO_FILES), [status]: files });
  }
  return totals;
}

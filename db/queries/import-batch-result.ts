import { and, asc, eq } from "drizzle-orm";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import { batchSummary } from "./batch-summary";

export type ImportedRow = {
  readonly file: string;
  readonly outcome: "waiting" | "imported" | "duplicate" | "partial" | "rejected";
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly activities: readonly string[];
  readonly days: readonly string[];
  readonly duplicateOf: string | null;
};

export type ImportBatchResult = {
  readonly rows: readonly ImportedRow[];
  readonly summary: {
    readonly imported: number;
    readonly duplicate: number;
    readonly partial: number;
    readonly rejected: number;
    /** Distinct wellness days that changed. */
    readonly days: number;
  };
};

/** What became of every file of a batch, in the order in which they came, and the counts. */
export async function importBatchResult(
  tx: AthleteTx,
  batchId: string,
): Promise<ImportBatchResult> {
  const summary = await batchSummary(tx, batchId);
  const { imported = 0, duplicate = 0, partial = 0, rejected = 0, days = 0 } = summary ?? {};
  const rows = isUuid(batchId)
    ? await tx.db
        .select({
          file: importFiles.name,
          outcome: importFiles.status,
          reasonCode: importFiles.reasonCode,
          reason: importFiles.reason,
          activities: importFiles.activityIds,
          days: importFiles.wellnessDays,
          duplicateOf: importFiles.duplicateOfActivityId,
        })
        .from(importFiles)
        .where(and(eq(importFiles.athleteId, tx.athleteId), eq(importFiles.batchId, batchId)))
        .orderBy(asc(importFiles.position))
    : [];
  return { rows, summary: { imported, duplicate, partial, rejected, days } };
}

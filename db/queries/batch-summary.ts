import { and, eq, sql } from "drizzle-orm";
import { importBatches, importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

export type BatchSummary = {
  readonly status: (typeof importBatches.$inferSelect)["status"];
  readonly total: number;
  readonly waiting: number;
  readonly imported: number;
  readonly duplicate: number;
  readonly partial: number;
  readonly rejected: number;
  /** Distinct wellness days that the batch changed. */
  readonly days: number;
};

/** How far a batch is, by outcome; null when the athlete has no such batch. */
export async function batchSummary(tx: AthleteTx, batchId: string): Promise<BatchSummary | null> {
  if (!isUuid(batchId)) return null;
  const having = (status: string) =>
    sql<number>`count(${importFiles.id}) filter (where ${importFiles.status} = ${status})`.mapWith(
      Number,
    );
  const days = sql<number>`(
    select count(distinct day) from ${importFiles} f, jsonb_array_elements_text(f.wellness_days) day
    where f.athlete_id = ${tx.athleteId} and f.batch_id = ${batchId}
  )`.mapWith(Number);
  const [summary] = await tx.db
    .select({
      status: importBatches.status,
      total: sql<number>`count(${importFiles.id})`.mapWith(Number),
      waiting: having("waiting"),
      imported: having("imported"),
      duplicate: having("duplicate"),
      partial: having("partial"),
      rejected: having("rejected"),
      days,
    })
    .from(importBatches)
    .leftJoin(
      importFiles,
      and(eq(importFiles.batchId, importBatches.id), eq(importFiles.athleteId, tx.athleteId)),
    )
    .where(and(eq(importBatches.athleteId, tx.athleteId), eq(importBatches.id, batchId)))
    .groupBy(importBatches.id);
  return summary ?? null;
}

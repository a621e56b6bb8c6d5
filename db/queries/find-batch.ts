import { and, eq } from "drizzle-orm";
import { importBatches } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

export type ImportBatch = Omit<typeof importBatches.$inferSelect, "athleteId">;

/** A batch of the athlete's import ledger; null when there is no such one. */
export async function findBatch(tx: AthleteTx, batchId: string): Promise<ImportBatch | null> {
  if (!isUuid(batchId)) return null;
  const [batch] = await tx.db
    .select({
      id: importBatches.id,
      origin: importBatches.origin,
      status: importBatches.status,
      createdAt: importBatches.createdAt,
      finishedAt: importBatches.finishedAt,
    })
    .from(importBatches)
    .where(and(eq(importBatches.athleteId, tx.athleteId), eq(importBatches.id, batchId)));
  return batch ?? null;
}

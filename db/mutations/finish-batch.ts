import { and, eq, ne, notExists, sql } from "drizzle-orm";
import { importBatches, importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

/**
 * Ends a batch whose files all have their outcome. False when a file still waits, when it
 * ended before, or when the athlete has no such batch.
 */
export async function finishBatch(
  tx: AthleteTx,
  batchId: string,
  finishedAt: Date,
): Promise<boolean> {
  if (!isUuid(batchId)) return false;
  const waiting = tx.db
    .select({ one: sql`1` })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        eq(importFiles.batchId, batchId),
        eq(importFiles.status, "waiting"),
      ),
    );
  const finished = await tx.db
    .update(importBatches)
    .set({ status: "finished", finishedAt })
    .where(
      and(
        eq(importBatches.athleteId, tx.athleteId),
        eq(importBatches.id, batchId),
        ne(importBatches.status, "finished"),
        notExists(waiting),
      ),
    )
    .returning({ id: importBatches.id });
  return finished.length > 0;
}

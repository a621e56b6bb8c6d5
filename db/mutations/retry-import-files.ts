import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { importBatches, importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import { RETRIABLE_CAUSES } from "@/lib/schemas/import";

/**
 * Lets refused files of a batch wait again, and the batch run again: those of which the bytes
 * were kept because another try may go better. `fileId` null takes all. Returns how many.
 */
export async function retryImportFiles(
  tx: AthleteTx,
  batchId: string,
  fileId: string | null,
): Promise<number> {
  if (!isUuid(batchId) || (fileId !== null && !isUuid(fileId))) return 0;
  const waiting = await tx.db
    .update(importFiles)
    .set({ status: "waiting", reasonCode: null, reason: null, finishedAt: null })
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        eq(importFiles.batchId, batchId),
        eq(importFiles.status, "rejected"),
        isNotNull(importFiles.spoolKey),
        inArray(importFiles.reasonCode, [...RETRIABLE_CAUSES]),
        fileId === null ? undefined : eq(importFiles.id, fileId),
      ),
    )
    .returning({ id: importFiles.id });
  if (waiting.length === 0) return 0;
  await tx.db
    .update(importBatches)
    .set({ status: "running", finishedAt: null })
    .where(and(eq(importBatches.athleteId, tx.athleteId), eq(importBatches.id, batchId)));
  return waiting.length;
}

import "server-only";
import { retryImportFiles } from "@/db/mutations/retry-import-files";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { runBatch } from "./run-batch";

/**
 * Tries refused files of an import again, one or (`fileId` null) all that may go better.
 * Throws "conflict" when there is none.
 */
export async function retryImport(
  ctx: AthleteContext,
  batchId: string,
  fileId: string | null,
): Promise<{ files: number }> {
  return ctx.tx(async (tx) => {
    const files = await retryImportFiles(tx, batchId, fileId);
    if (files === 0) {
      throw new AppError("conflict", "No file of this import can be tried again. Drop it anew.");
    }
    await runBatch(tx, batchId);
    return { files };
  });
}

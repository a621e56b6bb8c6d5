import type { ImportBatchResult } from "@/db/queries/import-batch-result";
import { importBatchResult } from "@/db/queries/import-batch-result";
import type { AthleteContext } from "@/lib/auth/context";
import { finishImportBatch } from "@/lib/runtime/finish-import-batch";
import { createImportBatch } from "@/lib/services/create-import-batch";
import { receiveUpload } from "@/lib/services/receive-upload";
import { startImport } from "@/lib/services/start-import";

/** Imports files as the page and the command line do, by the real jobs, to the end. */
export async function importForTest(
  ctx: AthleteContext,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<ImportBatchResult> {
  const { batchId } = await createImportBatch(ctx, "command_line");
  for (const [name, bytes] of Object.entries(files)) {
    await receiveUpload(ctx, { batchId, name, chunks: once(bytes) });
  }
  await startImport(ctx, batchId);
  await finishImportBatch(ctx, batchId);
  return ctx.tx((tx) => importBatchResult(tx, batchId));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

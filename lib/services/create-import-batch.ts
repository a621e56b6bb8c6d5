import "server-only";
import { createBatch } from "@/db/mutations/create-batch";
import type { AthleteContext } from "@/lib/auth/context";

/** Opens a row of the import ledger's batches; files are received into it until it is started. */
export async function createImportBatch(
  ctx: AthleteContext,
  origin: Parameters<typeof createBatch>[1]["origin"],
): Promise<{ batchId: string }> {
  const batchId = await ctx.tx((tx) => createBatch(tx, { origin }));
  return { batchId };
}

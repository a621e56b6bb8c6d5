import "server-only";
import { finishBatch } from "@/db/mutations/finish-batch";
import type { AthleteContext } from "@/lib/auth/context";

/** Closes the batch; its rows stay as the ledger. */
export async function finishImport(
  ctx: AthleteContext,
  batchId: string,
): Promise<{ finished: true }> {
  await ctx.tx((tx) => finishBatch(tx, batchId, ctx.now));
  return { finished: true };
}

import "server-only";
import { advanceInsightBatch, expireBatchCalls } from "@/db/mutations/insight-batches";
import { batchesUnderWay } from "@/db/queries/insight-batches";
import type { SystemContext } from "@/lib/auth/context";

/**
 * Calls back what is under way at a provider that was switched off, and has it deleted there as
 * soon as it has stopped: the next look does that. The rules' words stay. Throws `ModelError`.
 */
export async function endLeftBatches(ctx: SystemContext): Promise<{ ended: number; left: number }> {
  const { formerModel } = ctx.ports;
  if (formerModel === null) return { ended: 0, left: 0 };
  const found = await ctx.tx(batchesUnderWay);
  let ended = 0;
  for (const { id, providerId } of found) {
    if (providerId === null) continue;
    const there = await formerModel.batch(providerId);
    if (there && !there.isEnded) {
      if (!there.isStopping) await formerModel.cancelBatch(providerId);
      continue;
    }
    if (there) await formerModel.deleteBatch(providerId);
    await ctx.tx(async (tx) => {
      await expireBatchCalls(tx, id);
      await advanceInsightBatch(tx, id, { state: "done", finishedAt: ctx.now });
    });
    ended += 1;
  }
  return { ended, left: found.length - ended };
}

import "server-only";
import { findInsightBatch } from "@/db/queries/insight-batches";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { SystemContext } from "@/lib/auth/context";

/** Seconds before a batch is asked for again: twice as long each time, half an hour at most. */
export function pollDelayS(poll: number): number {
  const { firstPollS, mostPollS } = ASSISTANT_SETTINGS.batch;
  return Math.min(mostPollS, firstPollS * 2 ** Math.min(poll - 1, 16));
}

/**
 * Whether a batch that was sent has come to its end: at the provider, or because it has taken
 * longer than a day and an hour and is called off. Throws `ModelError`.
 */
export async function followInsightBatch(
  ctx: SystemContext,
  batchId: string,
): Promise<{ isOver: boolean }> {
  const { languageModel } = ctx.ports;
  const batch = await ctx.tx((tx) => findInsightBatch(tx, batchId));
  if (!batch?.providerId || batch.sentAt === null || languageModel === null) {
    return { isOver: true };
  }
  const there = await languageModel.batch(batch.providerId);
  if (there === null || there.isEnded) return { isOver: true };
  const takenS = (ctx.now.getTime() - batch.sentAt.getTime()) / 1000;
  if (takenS <= ASSISTANT_SETTINGS.batch.capS) return { isOver: false };
  await languageModel.cancelBatch(batch.providerId);
  return { isOver: true };
}

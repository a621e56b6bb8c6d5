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
 * Whether a batch that was sent has come to its end. One that takes longer than a day and an hour
 * is called off; while the provider still stops it, it cannot be deleted there, so that is waited
 * for, an hour at most. Throws `ModelError`.
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
  const { capS, stopS } = ASSISTANT_SETTINGS.batch;
  if (takenS <= capS) return { isOver: false };
  if (!there.isStopping) await languageModel.cancelBatch(batch.providerId);
  return { isOver: takenS > capS + stopS };
}

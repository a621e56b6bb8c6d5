import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { advanceInsightBatch, makeInsightBatch } from "@/db/mutations/insight-batches";
import { findInsightBatch, retriableBatchAthletes } from "@/db/queries/insight-batches";
import { events } from "@/inngest/events";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { SystemContext } from "@/lib/auth/context";

/** Sends again what expired or failed, in a batch of its own, twice at most; else the rules' words stay. */
export async function retryInsightBatch(
  ctx: SystemContext,
  batchId: string,
): Promise<{ again: number }> {
  return ctx.tx(async (tx) => {
    const batch = await findInsightBatch(tx, batchId);
    if (batch === null || batch.attempt > ASSISTANT_SETTINGS.batch.retries) return { again: 0 };
    const athleteIds = await retriableBatchAthletes(tx, batchId);
    const next = await makeInsightBatch(tx, {
      ...{ week: batch.week, attempt: batch.attempt + 1, athleteIds },
      model: ASSISTANT_SETTINGS.features.weekly.model,
    });
    if (next === null) return { again: 0 };
    await enqueueEvent(tx, events.insightBatchDue.create({ batchId: next }, { id: next }));
    return { again: athleteIds.length };
  });
}

/** Has the provider delete a batch with all that was sent, and closes it. Throws `ModelError`. */
export async function deleteInsightBatch(ctx: SystemContext, batchId: string): Promise<void> {
  const batch = await ctx.tx((tx) => findInsightBatch(tx, batchId));
  if (batch === null) return;
  if (batch.providerId !== null) await ctx.ports.languageModel?.deleteBatch(batch.providerId);
  await ctx.tx((tx) => advanceInsightBatch(tx, batchId, { state: "done", finishedAt: ctx.now }));
}

import { and, eq, inArray, lt } from "drizzle-orm";
import { insightBatches, modelCalls } from "@/db/schema/assistant";
import type { SystemTx } from "@/db/scope";
import type { ModelId } from "@/lib/assistant/models";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AthleteId } from "@/lib/ids";

/**
 * A batch with one question for each of these athletes, but for those who have theirs of this
 * week and attempt already; null when nobody is left.
 */
export async function makeInsightBatch(
  tx: SystemTx,
  of: {
    readonly week: LocalDate;
    readonly attempt: number;
    readonly model: ModelId;
    readonly athleteIds: readonly AthleteId[];
  },
): Promise<string | null> {
  const { week, attempt, model, athleteIds } = of;
  if (athleteIds.length === 0) return null;
  const [batch] = await tx.db
    .insert(insightBatches)
    .values({ week, attempt })
    .returning({ id: insightBatches.id });
  if (!batch) return null;
  const call = { feature: "weekly" as const, day: week, attempt, model, isBatch: true };
  const made = await tx.db
    .insert(modelCalls)
    .values(athleteIds.map((athleteId) => ({ athleteId, ...call, batchId: batch.id })))
    .onConflictDoNothing()
    .returning({ id: modelCalls.id });
  if (made.length > 0) return batch.id;
  await tx.db.delete(insightBatches).where(eq(insightBatches.id, batch.id));
  return null;
}

type Step = Partial<
  Pick<
    typeof insightBatches.$inferInsert,
    "state" | "providerId" | "size" | "sendingAt" | "sentAt" | "finishedAt"
  >
>;

export async function advanceInsightBatch(tx: SystemTx, id: string, step: Step): Promise<void> {
  await tx.db.update(insightBatches).set(step).where(eq(insightBatches.id, id));
}

/** Nothing is held back any more for what of a batch was never sent. */
export async function releaseBatchCalls(tx: SystemTx, batchId: string): Promise<void> {
  await tx.db
    .update(modelCalls)
    .set({ costUsd: 0 })
    .where(and(eq(modelCalls.batchId, batchId), eq(modelCalls.outcome, "waiting")));
}

/** What was sent and never answered is over. */
export async function expireBatchCalls(tx: SystemTx, batchId: string): Promise<void> {
  await tx.db
    .update(modelCalls)
    .set({ outcome: "expired", costUsd: 0 })
    .where(and(eq(modelCalls.batchId, batchId), eq(modelCalls.outcome, "waiting")));
}

/** Deletes batches that were made before `olderThan`. */
export async function pruneInsightBatches(tx: SystemTx, olderThan: Date): Promise<void> {
  const old = tx.db
    .select({ id: insightBatches.id })
    .from(insightBatches)
    .where(lt(insightBatches.createdAt, olderThan));
  await tx.db.delete(insightBatches).where(inArray(insightBatches.id, old));
}

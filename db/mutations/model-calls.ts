import { and, eq, inArray, lt } from "drizzle-orm";
import { modelCalls, sentFacts } from "@/db/schema/assistant";
import type { AthleteTx, SystemTx } from "@/db/scope";

type Columns = typeof modelCalls.$inferInsert;

/** A question that is about to be asked; `costUsd` is held back for it until it has ended. */
export type NewModelCall = Pick<Columns, "feature" | "day" | "attempt" | "model"> &
  Required<Pick<Columns, "promptHash" | "factsHash" | "costUsd">> & { readonly id: string };

/** What it cost and how it ended. */
export type ModelCallEnd = Required<
  Pick<
    Columns,
    | "outcome"
    | "inputTokens"
    | "outputTokens"
    | "cacheReadTokens"
    | "cacheWriteTokens"
    | "costUsd"
    | "latencyMs"
    | "outputHash"
    | "requestId"
  >
>;

/** `facts`: what is sent of the athlete's, sealed for the row of this id. */
export async function beginModelCall(
  tx: AthleteTx,
  call: NewModelCall,
  facts: Uint8Array,
): Promise<void> {
  const { athleteId } = tx;
  await tx.db.insert(modelCalls).values({ athleteId, ...call });
  await tx.db.insert(sentFacts).values({ athleteId, callId: call.id, facts });
}

/** The same for one that stands in a batch already; again: what is sent now. */
export async function fillBatchCall(
  tx: AthleteTx,
  call: Pick<NewModelCall, "id" | "model" | "promptHash" | "factsHash" | "costUsd">,
  facts: Uint8Array,
): Promise<void> {
  const { athleteId } = tx;
  const { id, ...filled } = call;
  const found = await tx.db
    .update(modelCalls)
    .set(filled)
    .where(and(eq(modelCalls.athleteId, athleteId), eq(modelCalls.id, id)))
    .returning({ id: modelCalls.id });
  if (found.length === 0) return;
  await tx.db
    .insert(sentFacts)
    .values({ athleteId, callId: id, facts })
    .onConflictDoUpdate({ target: sentFacts.callId, set: { facts } });
}

/** Once: false when it has ended before. What was not asked has sent nothing. */
export async function endModelCall(tx: AthleteTx, id: string, end: ModelCallEnd): Promise<boolean> {
  const ended = await tx.db
    .update(modelCalls)
    .set(end)
    .where(
      and(
        eq(modelCalls.athleteId, tx.athleteId),
        eq(modelCalls.id, id),
        eq(modelCalls.outcome, "waiting"),
      ),
    )
    .returning({ id: modelCalls.id });
  if (ended.length > 0 && end.outcome === "not_asked") {
    await tx.db
      .delete(sentFacts)
      .where(and(eq(sentFacts.athleteId, tx.athleteId), eq(sentFacts.callId, id)));
  }
  return ended.length > 0;
}

/** 0-1: the part of what it wrote that stood up to verification. */
export async function noteVerifiedShare(tx: AthleteTx, id: string, share: number): Promise<void> {
  await tx.db
    .update(modelCalls)
    .set({ verifiedShare: share })
    .where(and(eq(modelCalls.athleteId, tx.athleteId), eq(modelCalls.id, id)));
}

/** Rows in one go, so that the lock is never held for long. */
const PAGE = 10_000;

/**
 * Deletes calls from before `olderThan`, with what they sent, at most 10,000: call it again while
 * something was deleted.
 */
export async function pruneModelCalls(tx: SystemTx, olderThan: Date): Promise<number> {
  const old = tx.db
    .select({ id: modelCalls.id })
    .from(modelCalls)
    .where(lt(modelCalls.createdAt, olderThan))
    .limit(PAGE);
  const gone = await tx.db
    .delete(modelCalls)
    .where(inArray(modelCalls.id, old))
    .returning({ id: modelCalls.id });
  return gone.length;
}

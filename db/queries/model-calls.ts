import { and, count, desc, eq, gte, ne, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { modelCalls, sentFacts } from "@/db/schema/assistant";
import type { AthleteTx, SystemTx } from "@/db/scope";
import type { ModelCost } from "@/lib/assistant/budget";
import type { ModelId } from "@/lib/assistant/models";

const isWaiting = sql`${modelCalls.outcome} = 'waiting'`;
/** What is only held back for a call is none of its cost. */
const chargedUsd = sql<number>`case when ${isWaiting} then 0 else ${modelCalls.costUsd} end`;
const NOTHING: ModelCost = { spentUsd: 0, reservedUsd: 0 };
const cost = {
  spentUsd: sql<number>`coalesce(sum(${chargedUsd}), 0)`.mapWith(Number),
  reservedUsd: sql<number>`
    coalesce(sum(${modelCalls.costUsd}) filter (where ${isWaiting}), 0)`.mapWith(Number),
};

/** What the athlete's calls have cost since then, and what is held back for others of them. */
export async function athleteModelCost(tx: AthleteTx, since: Date): Promise<ModelCost> {
  const [row] = await tx.db
    .select(cost)
    .from(modelCalls)
    .where(and(eq(modelCalls.athleteId, tx.athleteId), gte(modelCalls.createdAt, since)));
  return row ?? NOTHING;
}

/** The same for all athletes together. */
export async function instanceModelCost(tx: SystemTx, since: Date): Promise<ModelCost> {
  const [row] = await tx.db.select(cost).from(modelCalls).where(gte(modelCalls.createdAt, since));
  return row ?? NOTHING;
}

/** US dollars of each day (UTC) since then on which anything was asked. */
export async function instanceCostByDay(
  tx: SystemTx,
  since: Date,
): Promise<{ readonly day: string; readonly usd: number }[]> {
  const day = sql<string>`to_char(${modelCalls.createdAt} at time zone 'UTC', 'YYYY-MM-DD')`;
  return tx.db
    .select({ day, usd: sql<number>`sum(${chargedUsd})`.mapWith(Number) })
    .from(modelCalls)
    .where(gte(modelCalls.createdAt, since))
    .groupBy(day)
    .orderBy(day);
}

/** How often the model was asked since then by all athletes, how many of it came to nothing, and why at last. */
export async function instanceModelCalls(
  tx: SystemTx,
  since: Date,
): Promise<{
  readonly asked: number;
  readonly failed: number;
  readonly lastFailure: ModelCallItem["outcome"] | null;
}> {
  const isFailed = sql`${modelCalls.outcome} not in ('waiting', 'ok')`;
  const [found] = await tx.db
    .select({
      asked: sql<number>`count(*)`.mapWith(Number),
      failed: sql<number>`count(*) filter (where ${isFailed})`.mapWith(Number),
      lastFailure: sql<ModelCallItem["outcome"] | null>`
        (array_agg(${modelCalls.outcome} order by ${modelCalls.createdAt} desc)
          filter (where ${isFailed}))[1]`,
    })
    .from(modelCalls)
    .where(and(gte(modelCalls.createdAt, since), ne(modelCalls.outcome, "not_asked")));
  return found ?? { asked: 0, failed: 0, lastFailure: null };
}

/** What the model was sent since then by all athletes, in tokens. */
export async function instanceModelTokens(tx: SystemTx, since: Date) {
  const total = (column: PgColumn) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);
  const [found] = await tx.db
    .select({
      input: total(modelCalls.inputTokens),
      cacheRead: total(modelCalls.cacheReadTokens),
      cacheWrite: total(modelCalls.cacheWriteTokens),
    })
    .from(modelCalls)
    .where(gte(modelCalls.createdAt, since));
  return found ?? { input: 0, cacheRead: 0, cacheWrite: 0 };
}

export type ModelCallItem = Pick<
  typeof modelCalls.$inferSelect,
  | "id"
  | "feature"
  | "day"
  | "model"
  | "isBatch"
  | "inputTokens"
  | "outputTokens"
  | "cacheReadTokens"
  | "cacheWriteTokens"
  | "costUsd"
  | "outcome"
  | "verifiedShare"
  | "createdAt"
>;

/** The athlete's last calls, the newest first. */
export async function lastModelCalls(tx: AthleteTx, limit: number): Promise<ModelCallItem[]> {
  return tx.db
    .select({
      id: modelCalls.id,
      feature: modelCalls.feature,
      day: modelCalls.day,
      model: modelCalls.model,
      isBatch: modelCalls.isBatch,
      inputTokens: modelCalls.inputTokens,
      outputTokens: modelCalls.outputTokens,
      cacheReadTokens: modelCalls.cacheReadTokens,
      cacheWriteTokens: modelCalls.cacheWriteTokens,
      costUsd: chargedUsd.mapWith(Number),
      outcome: modelCalls.outcome,
      verifiedShare: modelCalls.verifiedShare,
      createdAt: modelCalls.createdAt,
    })
    .from(modelCalls)
    .where(eq(modelCalls.athleteId, tx.athleteId))
    .orderBy(desc(modelCalls.createdAt), desc(modelCalls.id))
    .limit(limit);
}

export type FeatureUsage = {
  readonly feature: ModelCallItem["feature"];
  readonly calls: number;
  /** In and out, cached or not. */
  readonly tokens: number;
  readonly usd: number;
};

/** What each kind of text has cost the athlete since then; what was not asked is not among it. */
export async function modelUsageByFeature(tx: AthleteTx, since: Date): Promise<FeatureUsage[]> {
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = modelCalls;
  const tokens = sql`${inputTokens} + ${outputTokens} + ${cacheReadTokens} + ${cacheWriteTokens}`;
  return tx.db
    .select({
      feature: modelCalls.feature,
      calls: count(),
      tokens: sql<number>`sum(${tokens})`.mapWith(Number),
      usd: sql<number>`sum(${chargedUsd})`.mapWith(Number),
    })
    .from(modelCalls)
    .where(
      and(
        eq(modelCalls.athleteId, tx.athleteId),
        gte(modelCalls.createdAt, since),
        ne(modelCalls.outcome, "not_asked"),
      ),
    )
    .groupBy(modelCalls.feature)
    .orderBy(modelCalls.feature);
}

/** What a call has sent, as it is sealed; null when there is none of this id (any more). */
export async function sealedSentFacts(tx: AthleteTx, callId: string): Promise<Uint8Array | null> {
  const [row] = await tx.db
    .select({ facts: sentFacts.facts })
    .from(sentFacts)
    .where(and(eq(sentFacts.athleteId, tx.athleteId), eq(sentFacts.callId, callId)));
  return row?.facts ?? null;
}

/** The model that a question in a batch went to; null when it is none of the athlete's. */
export async function batchCallModel(tx: AthleteTx, callId: string): Promise<ModelId | null> {
  const [row] = await tx.db
    .select({ model: modelCalls.model })
    .from(modelCalls)
    .where(
      and(eq(modelCalls.athleteId, tx.athleteId), eq(modelCalls.id, callId), modelCalls.isBatch),
    );
  return row ? (row.model as ModelId) : null;
}

import { and, asc, eq, gte, inArray, isNotNull, ne, notExists, or, sql } from "drizzle-orm";
import { aiSettings, insightBatches, modelCalls } from "@/db/schema/assistant";
import { athletes } from "@/db/schema/athletes";
import type { SystemTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AthleteId } from "@/lib/ids";

export type InsightBatch = typeof insightBatches.$inferSelect;

export async function findInsightBatch(tx: SystemTx, id: string): Promise<InsightBatch | null> {
  const [row] = await tx.db.select().from(insightBatches).where(eq(insightBatches.id, id));
  return row ?? null;
}

/** Those that a provider may still have. */
export async function batchesUnderWay(tx: SystemTx): Promise<InsightBatch[]> {
  return tx.db
    .select()
    .from(insightBatches)
    .where(and(ne(insightBatches.state, "done"), isNotNull(insightBatches.providerId)));
}

/** Time zones of athletes who let a model be asked. */
export async function consentingTimeZones(tx: SystemTx): Promise<string[]> {
  const found = await tx.db
    .selectDistinct({ timeZone: athletes.timeZone })
    .from(aiSettings)
    .innerJoin(athletes, eq(athletes.id, aiSettings.athleteId))
    .where(isNotNull(aiSettings.consentedAt));
  return found.map(({ timeZone }) => timeZone);
}

/**
 * Athletes in these time zones who let a model be asked and have no question of this week yet,
 * locked until the end of the transaction; those of another process are left to it.
 */
export async function dueForWeekly(
  tx: SystemTx,
  of: { readonly week: LocalDate; readonly timeZones: readonly string[]; readonly limit: number },
): Promise<AthleteId[]> {
  const asked = tx.db
    .select({ id: modelCalls.id })
    .from(modelCalls)
    .where(
      and(
        eq(modelCalls.athleteId, aiSettings.athleteId),
        eq(modelCalls.day, of.week),
        modelCalls.isBatch,
      ),
    );
  const found = await tx.db
    .select({ athleteId: aiSettings.athleteId })
    .from(aiSettings)
    .innerJoin(athletes, eq(athletes.id, aiSettings.athleteId))
    .where(
      and(
        isNotNull(aiSettings.consentedAt),
        inArray(athletes.timeZone, [...of.timeZones]),
        notExists(asked),
      ),
    )
    .orderBy(asc(aiSettings.athleteId))
    .limit(of.limit)
    .for("update", { of: aiSettings, skipLocked: true });
  return found.map(({ athleteId }) => athleteId);
}

type BatchCall = { readonly id: string; readonly athleteId: AthleteId };

/** The questions of a batch that have no answer yet, by their ids. */
export async function waitingBatchCalls(tx: SystemTx, batchId: string): Promise<BatchCall[]> {
  return tx.db
    .select({ id: modelCalls.id, athleteId: modelCalls.athleteId })
    .from(modelCalls)
    .where(and(eq(modelCalls.batchId, batchId), eq(modelCalls.outcome, "waiting")))
    .orderBy(asc(modelCalls.id));
}

/** Whose question of a batch may fare better when it is asked again. */
export async function retriableBatchAthletes(tx: SystemTx, batchId: string): Promise<AthleteId[]> {
  const found = await tx.db
    .select({ athleteId: modelCalls.athleteId })
    .from(modelCalls)
    .where(
      and(
        eq(modelCalls.batchId, batchId),
        inArray(modelCalls.outcome, ["expired", "unavailable", "malformed", "cut_off"]),
      ),
    );
  return found.map(({ athleteId }) => athleteId);
}

/** Provider's ids of all batches that were sent, or made, since then. */
export async function knownProviderIds(tx: SystemTx, since: Date): Promise<string[]> {
  const found = await tx.db
    .select({ providerId: insightBatches.providerId })
    .from(insightBatches)
    .where(
      and(
        isNotNull(insightBatches.providerId),
        or(gte(insightBatches.createdAt, since), gte(insightBatches.sentAt, since)),
      ),
    );
  return found.flatMap(({ providerId }) => (providerId === null ? [] : [providerId]));
}

/** Whether a call of this batch is the athlete's, and whose; null when it is none of it. */
export async function athleteOfBatchCall(
  tx: SystemTx,
  batchId: string,
  callId: string,
): Promise<AthleteId | null> {
  const [row] = await tx.db
    .select({ athleteId: modelCalls.athleteId })
    .from(modelCalls)
    .where(and(eq(modelCalls.batchId, batchId), sql`${modelCalls.id}::text = ${callId}`));
  return row?.athleteId ?? null;
}

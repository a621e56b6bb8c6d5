import "server-only";
import { advanceInsightBatch, releaseBatchCalls } from "@/db/mutations/insight-batches";
import { endModelCall, fillBatchCall } from "@/db/mutations/model-calls";
import type { InsightBatch } from "@/db/queries/insight-batches";
import {
  findInsightBatch,
  knownProviderIds,
  waitingBatchCalls,
} from "@/db/queries/insight-batches";
import { NO_USAGE } from "@/lib/assistant/models";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { AthleteContext, SystemContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { AppError } from "@/lib/errors";
import type { BatchItem, LanguageModel } from "@/lib/integrations/language-model";
import { hashOf, reservedUsd, userHashOf } from "./ask-model";
import { sealForAthlete } from "./athlete-key";
import { mayAskModel } from "./may-ask-model";
import type { ModelTask } from "./model-task";
import { openPurse, type Purse } from "./open-purse";

/** How services reach the athletes of a batch. */
export type ForAthlete = (athleteId: string) => Promise<AthleteContext>;
/** What is to be written of an athlete's week; null when there is nothing to write. */
export type TaskFor<Value> = (
  ctx: AthleteContext,
  week: LocalDate,
) => Promise<ModelTask<Value> | null>;

/** Most of an athlete's time is the database's: others are read meanwhile. */
const AT_ONCE = 4;
/** Before the note that it is being sent: clocks differ. */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * Sends a batch, once. One whose process died while it was being sent is looked for at the
 * provider first. Throws `ModelError`.
 */
export async function sendInsightBatch<Value>(
  ctx: SystemContext,
  batchId: string,
  { forAthlete, taskFor }: { readonly forAthlete: ForAthlete; readonly taskFor: TaskFor<Value> },
): Promise<{ sent: number }> {
  const { languageModel } = ctx.ports;
  const batch = await ctx.tx((tx) => findInsightBatch(tx, batchId));
  if (batch === null || languageModel === null) return { sent: 0 };
  if (batch.providerId !== null) return { sent: batch.size };
  const lost = await findLost(ctx, batch, languageModel);
  if (lost !== null) return { sent: await noteSent(ctx, batchId, lost) };

  const items: BatchItem<Value>[] = [];
  const calls = await ctx.tx(async (tx) => {
    // A try that failed had money held back for them.
    await releaseBatchCalls(tx, batchId);
    return waitingBatchCalls(tx, batchId);
  });
  for (let from = 0; from < calls.length; from += AT_ONCE) {
    // What was held back for the questions before stands in the ledger.
    const purse = await openPurse(ctx);
    const found = await Promise.all(
      calls.slice(from, from + AT_ONCE).map(async ({ athleteId, id }) =>
        itemFor(await forAthlete(athleteId).catch(nobody), id, {
          week: batch.week,
          taskFor,
          purse,
        }),
      ),
    );
    items.push(...found.filter((item) => item !== null));
  }
  const size = items.length;
  if (size === 0) return { sent: 0 };
  await ctx.tx((tx) =>
    advanceInsightBatch(tx, batchId, { state: "sending", size, sendingAt: ctx.now }),
  );
  const { id } = await languageModel.sendBatch(items);
  return { sent: await noteSent(ctx, batchId, { id, size }) };
}

type Item<Value> = {
  readonly week: LocalDate;
  readonly taskFor: TaskFor<Value>;
  readonly purse: Purse;
};

/** Null for an athlete who is not to be asked about (any more); the ledger says so. */
async function itemFor<Value>(
  ctx: AthleteContext | null,
  callId: string,
  { week, taskFor, purse }: Item<Value>,
): Promise<BatchItem<Value> | null> {
  if (ctx === null) return null;
  const { model: usual, effort, mostTokens, timeoutS } = ASSISTANT_SETTINGS.features.weekly;
  const allowed = await mayAskModel(ctx, usual, purse.budget);
  const task = allowed.may ? await taskFor(ctx, week) : null;
  const costUsd =
    allowed.may && task ? reservedUsd(ctx, task, { model: allowed.model, isBatch: true }) : 0;
  if (!allowed.may || task === null || !purse.take(costUsd)) {
    await ctx.tx((tx) => endModelCall(tx, callId, NOT_ASKED));
    return null;
  }
  const { prefix, turns, format, promptHash, sent } = task;
  const { model } = allowed;
  await ctx.tx(async (tx) => {
    const sealed = await sealForAthlete(tx, "sent_facts.facts", callId, sent);
    const call = { id: callId, model, promptHash, factsHash: hashOf(sent), costUsd };
    await fillBatchCall(tx, call, sealed);
  });
  const userHash = userHashOf(ctx);
  return {
    customId: callId,
    request: { model, prefix, turns, format, effort, mostTokens, timeoutS, userHash },
  };
}

const NOT_ASKED = {
  ...NO_USAGE,
  ...{ outcome: "not_asked" as const, cacheWriteTokens: 0, costUsd: 0 },
  ...{ latencyMs: null, outputHash: null, requestId: null },
};

/** The batch that a process sent before it died: the only one that nobody knows and that fits. */
async function findLost(
  ctx: SystemContext,
  { state, sendingAt, size }: InsightBatch,
  languageModel: LanguageModel,
): Promise<{ readonly id: string; readonly size: number } | null> {
  if (state !== "sending" || sendingAt === null) return null;
  const since = new Date(sendingAt.getTime() - CLOCKS_DIFFER_MS);
  const known = new Set(await ctx.tx((tx) => knownProviderIds(tx, since)));
  const made = await languageModel.batchesSince(since);
  const [found, another] = made.filter((one) => one.size === size && !known.has(one.id));
  return found && !another ? found : null;
}

async function noteSent(
  ctx: SystemContext,
  batchId: string,
  { id, size }: { readonly id: string; readonly size: number },
): Promise<number> {
  const step = { state: "sent" as const, providerId: id, size, sentAt: ctx.now };
  await ctx.tx((tx) => advanceInsightBatch(tx, batchId, step));
  return size;
}

/** An athlete who has gone since. */
function nobody(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}

import "server-only";
import { advanceInsightBatch, expireBatchCalls } from "@/db/mutations/insight-batches";
import { athleteOfBatchCall, findInsightBatch } from "@/db/queries/insight-batches";
import type { AthleteContext, SystemContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { AppError } from "@/lib/errors";
import type { BatchResult } from "@/lib/integrations/language-model";
import type { ModelTask } from "./model-task";
import type { ForAthlete } from "./send-insight-batch";

/** What becomes of one athlete's answer; the same again changes nothing. */
export type TakeAnswer<Value> = (
  ctx: AthleteContext,
  of: { readonly callId: string; readonly week: LocalDate },
  outcome: BatchResult<Value>["outcome"],
) => Promise<void>;

type Taking<Value> = {
  readonly forAthlete: ForAthlete;
  readonly format: ModelTask<Value>["format"];
  readonly takeAnswer: TakeAnswer<Value>;
};

/**
 * Takes what a batch has come to, one answer at a time; what has none has expired. Can be done
 * again from the start. Throws `ModelError`.
 */
export async function takeInsightResults<Value>(
  ctx: SystemContext,
  batchId: string,
  { forAthlete, format, takeAnswer }: Taking<Value>,
): Promise<{ taken: number }> {
  const { languageModel } = ctx.ports;
  const batch = await ctx.tx((tx) => findInsightBatch(tx, batchId));
  let taken = 0;
  const isThere =
    batch?.providerId && (await languageModel?.batch(batch.providerId))?.isEnded === true;
  if (batch?.providerId && isThere && languageModel) {
    for await (const { customId, outcome } of languageModel.results(batch.providerId, format)) {
      const athlete = await athleteOf(ctx, batchId, customId, forAthlete);
      if (athlete === null) continue;
      await takeAnswer(athlete, { callId: customId, week: batch.week }, outcome);
      taken += 1;
    }
  }
  await ctx.tx(async (tx) => {
    await expireBatchCalls(tx, batchId);
    await advanceInsightBatch(tx, batchId, { state: "taken" });
  });
  return { taken };
}

/** Null for an id that is none of the batch's, and for an athlete who has gone since. */
async function athleteOf(
  ctx: SystemContext,
  batchId: string,
  callId: string,
  forAthlete: ForAthlete,
): Promise<AthleteContext | null> {
  const athleteId = await ctx.tx((tx) => athleteOfBatchCall(tx, batchId, callId));
  if (athleteId === null) return null;
  return forAthlete(athleteId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
}

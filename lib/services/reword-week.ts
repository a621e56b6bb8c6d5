import "server-only";
import { batchCallModel } from "@/db/queries/model-calls";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { endBatchCall } from "./end-batch-call";
import { mayAskModel } from "./may-ask-model";
import { keepWords, rewordingTask } from "./reword-insights";
import type { TakeAnswer } from "./take-insight-results";
import { writeWeeklyInsights } from "./write-insights";
import { finishWriting, type InsightTexts, type WritingTask } from "./write-with-model";

const WEEK_DAYS = 7;

/** What a batch of the Monday `week` is to say of the seven days before it. */
export async function weeklyTask(
  ctx: AthleteContext,
  week: LocalDate,
): Promise<WritingTask | null> {
  // Rules first: whatever becomes of the batch, the athlete has their words.
  await writeWeeklyInsights(ctx, addDays(week, -WEEK_DAYS));
  return rewordingTask(ctx);
}

/**
 * Keeps what holds of a batch's answer. It is held against what is known now: a week may have
 * changed since it was asked about. Again: what was put into words already stays.
 */
export const rewordWeek: TakeAnswer<InsightTexts> = async (ctx, { callId }, outcome) => {
  const model = await ctx.tx((tx) => batchCallModel(tx, callId));
  if (model === null) return;
  const asked = await endBatchCall(ctx, { callId, model }, outcome);
  // Who has taken their consent back since, or spent what they may, is told by rules.
  const allowed = await mayAskModel(ctx, model);
  const task = allowed.may ? await rewordingTask(ctx) : null;
  if (task === null) return;
  await keepWords(ctx, task, await finishWriting(ctx, task, asked));
};

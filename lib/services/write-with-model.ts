import "server-only";
import type { z } from "zod";
import { noteVerifiedShare } from "@/db/mutations/model-calls";
import { athleteThumbs } from "@/db/queries/text-quality";
import {
  type AcceptedInsight,
  type AcceptedInsights,
  acceptInsights,
} from "@/lib/assistant/accept-insights";
import { buildRepair, type Prompt, type PromptTexts } from "@/lib/assistant/build-prompt";
import type { Facts } from "@/lib/assistant/facts-types";
import type { WrittenInsight, writtenInsights } from "@/lib/assistant/insight-schema";
import type { ModelId } from "@/lib/assistant/models";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import { escalateBelow } from "@/lib/assistant/text-quality";
import type { AthleteContext } from "@/lib/auth/context";
import type { ModelFailure } from "@/lib/integrations/language-model";
import { type Asked, askModel } from "./ask-model";
import type { NotAsked } from "./may-ask-model";
import type { ModelTask } from "./model-task";

const DAY_MS = 86_400_000;

export type InsightTexts = z.infer<typeof writtenInsights>;

/** Findings that a model is to put into words, and what its words are held against. */
export type WritingTask = ModelTask<InsightTexts> & {
  readonly prompt: Prompt;
  readonly texts: PromptTexts;
  readonly facts: Facts;
};

/** What may be shown of it; rules have the word for whatever is not among it. */
export type Written = {
  readonly insights: readonly AcceptedInsight[];
  /** The rules' words with a sentence of care, where a guard has stopped the model's. */
  readonly stopped: readonly WrittenInsight[];
  /** Whose words they are; null when none wrote. */
  readonly model: ModelId | null;
  /** Why nothing was written; null when something was, also when none of it held. */
  readonly because: NotAsked | ModelFailure | null;
  /** Seconds, where asking again then may help. */
  readonly retryAfterS: number | null;
};

/**
 * Has a model put findings into words, holds every one against the facts, has what is false
 * mended once, and asks a better model where too little of it holds. Never throws for what is
 * the model's.
 */
export async function writeWithModel(ctx: AthleteContext, task: WritingTask): Promise<Written> {
  return finishWriting(ctx, task, await ask(ctx, task, 1));
}

/** The same from the first answer on: in a batch it comes hours after the question. */
export async function finishWriting(
  ctx: AthleteContext,
  task: WritingTask,
  first: Asked<InsightTexts>,
): Promise<Written> {
  if (first.kind === "none") {
    const { because, retryAfterS } = first;
    return { insights: [], stopped: [], model: null, because, retryAfterS };
  }
  const held = await mended(ctx, task, first);
  const { model: better } = ASSISTANT_SETTINGS.escalation;
  const isEnough = held.share === 1 || first.model === better;
  if (isEnough || held.share >= (await leastShare(ctx, task, first.model))) {
    return written(held, first.model);
  }
  const second = await ask(ctx, task, 2, better);
  // That the better one may not, or does not, write is no failure: what holds is shown.
  if (second.kind === "none") return written(held, first.model);
  const again = await mended(ctx, task, second);
  return again.share > held.share ? written(again, second.model) : written(held, first.model);
}

/** What of it has to hold for this athlete. */
async function leastShare(
  ctx: AthleteContext,
  { feature }: WritingTask,
  model: ModelId,
): Promise<number> {
  const since = new Date(ctx.now.getTime() - ASSISTANT_SETTINGS.keepDays * DAY_MS);
  return escalateBelow(await ctx.tx((tx) => athleteThumbs(tx, { feature, model, since })));
}

type Answer = Extract<Asked<InsightTexts>, { kind: "answer" }>;

/** What holds of an answer, with what the model has mended of the rest. */
async function mended(
  ctx: AthleteContext,
  task: WritingTask,
  answer: Answer,
): Promise<AcceptedInsights> {
  let { value } = answer;
  let held = await hold(ctx, task, answer);
  for (let repair = 1; repair <= ASSISTANT_SETTINGS.repairs && held.refused.length > 0; repair++) {
    const { turns } = buildRepair(task.prompt, task.texts, value.insights, held.refused);
    const asked = await ask(ctx, { ...task, turns }, 1 + repair, answer.model);
    if (asked.kind === "none") return held;
    value = asked.value;
    held = together(held, await hold(ctx, task, asked));
  }
  return held;
}

/** What held stays, whatever a repair has made of it. */
function together(before: AcceptedInsights, after: AcceptedInsights): AcceptedInsights {
  const accepted = withNew(before.accepted, after.accepted);
  const stopped = withNew<WrittenInsight>(accepted, [...after.stopped, ...before.stopped]).slice(
    accepted.length,
  );
  const share = Math.max(before.share, after.share);
  return { accepted, stopped, refused: after.refused, share };
}

/** Each finding once: the first words for it stay. */
function withNew<Words extends WrittenInsight>(first: readonly Words[], more: readonly Words[]) {
  const words = new Map<string, Words>();
  for (const one of [...first, ...more]) {
    if (!words.has(one.detector)) words.set(one.detector, one);
  }
  return [...words.values()];
}

async function hold(
  ctx: AthleteContext,
  { facts }: WritingTask,
  { value, callId }: Answer,
): Promise<AcceptedInsights> {
  const held = acceptInsights(value.insights, facts);
  await ctx.tx((tx) => noteVerifiedShare(tx, callId, held.share));
  return held;
}

function ask(
  ctx: AthleteContext,
  { feature, day, prefix, turns, format, promptHash, sent }: WritingTask,
  attempt: number,
  model?: ModelId,
): Promise<Asked<InsightTexts>> {
  const question = { feature, day, prefix, turns, format, promptHash, sent, attempt };
  return askModel(ctx, model === undefined ? question : { ...question, model });
}

function written({ accepted, stopped }: AcceptedInsights, model: ModelId): Written {
  return { insights: accepted, stopped, model, because: null, retryAfterS: null };
}

import "server-only";
import { createHash } from "node:crypto";
import { beginModelCall, endModelCall, type ModelCallEnd } from "@/db/mutations/model-calls";
import { mostCostUsd } from "@/lib/assistant/budget";
import { costUsd, type ModelId, type ModelUsage, NO_USAGE } from "@/lib/assistant/models";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { AthleteContext } from "@/lib/auth/context";
import { localDayAt } from "@/lib/dates/zoned-time";
import { newId } from "@/lib/ids";
import { type ModelAnswer, ModelError, type ModelFailure } from "@/lib/integrations/language-model";
import { countModelUse } from "@/lib/metrics/count";
import { sealForAthlete } from "./athlete-key";
import { mayAskModel, type NotAsked } from "./may-ask-model";
import type { ModelTask } from "./model-task";

export type ModelQuestion<Value> = ModelTask<Value> & {
  /** 1, then one more for each time that the same is asked again. */
  readonly attempt: number;
  /** The feature's own model unless told. */
  readonly model?: ModelId;
};

export type Asked<Value> =
  | {
      readonly kind: "answer";
      readonly value: Value;
      readonly callId: string;
      readonly model: ModelId;
    }
  | {
      readonly kind: "none";
      readonly because: NotAsked | ModelFailure;
      /** Seconds, where asking again then may help. */
      readonly retryAfterS: number | null;
    };

/**
 * Asks the model once, if it may be asked; never throws for what is the model's. Every call is
 * in the ledger before it is made, and what it sends is kept sealed beside it.
 */
export async function askModel<Value>(
  ctx: AthleteContext,
  question: ModelQuestion<Value>,
): Promise<Asked<Value>> {
  const {
    effort,
    mostTokens,
    timeoutS,
    model: usual,
  } = ASSISTANT_SETTINGS.features[question.feature];
  const allowed = await mayAskModel(ctx, question.model ?? usual);
  if (!allowed.may) return { kind: "none", because: allowed.because, retryAfterS: null };
  const { model, languageModel } = allowed;
  const callId = newId();
  await ctx.tx(async (tx) => {
    const { feature, day, attempt, promptHash, sent } = question;
    const call = { id: callId, feature, day, attempt, model, promptHash };
    const costUsd = reservedUsd(ctx, question, { model, isBatch: false });
    const sealed = await sealForAthlete(tx, "sent_facts.facts", callId, sent);
    await beginModelCall(tx, { ...call, costUsd, factsHash: hashOf(sent) }, sealed);
  });
  const { prefix, turns, format } = question;
  const started = performance.now();
  const answer = await languageModel
    .write({
      ...{ model, prefix, turns, format, mostTokens, effort, timeoutS },
      userHash: userHashOf(ctx),
    })
    .catch((error: unknown) => {
      if (error instanceof ModelError) return error;
      throw error;
    });
  const end = callEnd(answer, { model, now: ctx.now, isBatch: false });
  const latencyMs = Math.round(performance.now() - started);
  await ctx.tx((tx) => endModelCall(tx, callId, { ...end, latencyMs }));
  if (!(answer instanceof ModelError)) {
    return { kind: "answer", value: answer.value, callId, model };
  }
  ctx.log.warn({ feature: question.feature, failure: answer.failure }, "the model did not write");
  return { kind: "none", because: answer.failure, retryAfterS: retryS(answer) };
}

/** US dollars that the ledger holds back for a question until it has ended. */
export function reservedUsd(
  { now }: Pick<AthleteContext, "now">,
  { feature, prefix, turns }: Pick<ModelTask<unknown>, "feature" | "prefix" | "turns">,
  { model, isBatch }: { readonly model: ModelId; readonly isBatch: boolean },
): number {
  const promptSigns = turns.reduce((signs, { text }) => signs + text.length, prefix.length);
  const { mostTokens } = ASSISTANT_SETTINGS.features[feature];
  return mostCostUsd(model, { promptSigns, mostTokens }, { day: localDayAt(now, "UTC"), isBatch });
}

/** What the ledger keeps of an answer or a failure. */
export function callEnd(
  answer: ModelAnswer<unknown> | ModelError,
  of: { readonly model: ModelId; readonly now: Date; readonly isBatch: boolean },
): ModelCallEnd {
  const usage: ModelUsage = answer.usage ?? NO_USAGE;
  const day = localDayAt(of.now, "UTC");
  const cost = costUsd(of.model, usage, { day, isBatch: of.isBatch });
  countModelUse(of.model, usage, cost);
  return {
    outcome: answer instanceof ModelError ? outcomeOf(answer.failure) : "ok",
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    cacheReadTokens: usage.cacheReadTokens,
    cacheWriteTokens: usage.cacheWrite5mTokens + usage.cacheWrite1hTokens,
    costUsd: cost,
    latencyMs: null,
    outputHash: answer instanceof ModelError ? null : hashOf(JSON.stringify(answer.value)),
    requestId: answer.requestId,
  };
}

function outcomeOf(failure: ModelFailure): ModelCallEnd["outcome"] {
  return failure === "paused" ? "not_asked" : failure;
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** Says nothing of the athlete, and the same of everything that is theirs. */
export function userHashOf({ athleteId }: Pick<AthleteContext, "athleteId">): string {
  return hashOf(`model user ${athleteId}`);
}

const AGAIN: ReadonlySet<ModelFailure> = new Set([
  ...(["rate_limited", "overloaded", "timeout", "unavailable", "paused"] as const),
]);

function retryS({ failure, retryAfterS }: ModelError): number | null {
  if (!AGAIN.has(failure)) return null;
  return Math.max(retryAfterS ?? ASSISTANT_SETTINGS.againAfterS, 1);
}

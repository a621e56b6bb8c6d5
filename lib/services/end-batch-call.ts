import "server-only";
import { endModelCall } from "@/db/mutations/model-calls";
import type { ModelId } from "@/lib/assistant/models";
import type { AthleteContext } from "@/lib/auth/context";
import { type BatchResult, ModelError } from "@/lib/integrations/language-model";
import { type Asked, callEnd } from "./ask-model";

/** What a batch says of one question, into the ledger, and as if it had been asked alone. */
export async function endBatchCall<Value>(
  ctx: AthleteContext,
  { callId, model }: { readonly callId: string; readonly model: ModelId },
  outcome: BatchResult<Value>["outcome"],
): Promise<Asked<Value>> {
  const none = { kind: "none" as const, retryAfterS: null };
  if (outcome === "expired") return { ...none, because: "unavailable" };
  const end = callEnd(outcome, { model, now: ctx.now, isBatch: true });
  await ctx.tx((tx) => endModelCall(tx, callId, end));
  if (outcome instanceof ModelError) return { ...none, because: outcome.failure };
  return { kind: "answer", value: outcome.value, callId, model };
}

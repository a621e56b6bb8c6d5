import type { Message } from "@anthropic-ai/sdk/resources/messages";
import type { z } from "zod";
import type { ModelUsage } from "@/lib/assistant/models";
import type { ModelAnswer, ModelFailure } from "@/lib/integrations/language-model";
import { modelError } from "./model-failure";

/** What ends a text before it is whole. */
const STOPPED: Readonly<Record<string, ModelFailure>> = {
  refusal: "refused",
  max_tokens: "cut_off",
  model_context_window_exceeded: "too_long",
};

/**
 * The value that a message holds. The provider promises the schema's form only, and not even
 * that of a text that was stopped: everything is checked again. Throws `ModelError` with what
 * it cost.
 */
export function readMessage<Value>(
  message: Message & { readonly _request_id?: string | null | undefined },
  format: z.ZodType<Value>,
): ModelAnswer<Value> {
  const billed = { usage: usageOf(message), requestId: message._request_id ?? null };
  const stopped = STOPPED[message.stop_reason ?? ""];
  if (stopped) throw modelError(stopped, billed);
  const text = message.content.flatMap((block) => (block.type === "text" ? [block.text] : []));
  const parsed = format.safeParse(jsonOf(text.join("")));
  if (!parsed.success) throw modelError("malformed", billed);
  return { value: parsed.data, ...billed };
}

function usageOf({ usage }: Message): ModelUsage {
  const written = usage.cache_creation_input_tokens ?? 0;
  const hour = usage.cache_creation?.ephemeral_1h_input_tokens ?? 0;
  return {
    inputTokens: usage.input_tokens,
    outputTokens: usage.output_tokens,
    thinkingTokens: usage.output_tokens_details?.thinking_tokens ?? 0,
    cacheReadTokens: usage.cache_read_input_tokens ?? 0,
    cacheWrite5mTokens: Math.max(0, written - hour),
    cacheWrite1hTokens: hour,
  };
}

/** Undefined for what is no JSON: no schema takes it. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

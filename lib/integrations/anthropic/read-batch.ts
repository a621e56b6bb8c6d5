import type { MessageBatchIndividualResponse } from "@anthropic-ai/sdk/resources/messages";
import type { z } from "zod";
import { type BatchResult, ModelError } from "@/lib/integrations/language-model";
import { modelError, modelErrorOf } from "./model-failure";
import { readMessage } from "./read-message";

type Sdk = typeof import("@anthropic-ai/sdk");
/** Asked again they would fail again. */
const INVALID = ["invalid_request_error", "not_found_error", "request_too_large"];
type Line = MessageBatchIndividualResponse;

/** A batch's results, one at a time, as they come over the line. */
export async function* readBatch<Value>(
  lines: AsyncIterable<Line>,
  format: z.ZodType<Value>,
  sdk: Sdk,
): AsyncGenerator<BatchResult<Value>> {
  try {
    for await (const { custom_id: customId, result } of lines) {
      yield { customId, outcome: outcomeOf(result, format) };
    }
  } catch (error) {
    throw broken(error, sdk);
  }
}

function outcomeOf<Value>(
  result: Line["result"],
  format: z.ZodType<Value>,
): BatchResult<Value>["outcome"] {
  if (result.type === "expired" || result.type === "canceled") return "expired";
  if (result.type === "errored") {
    const { type } = result.error.error;
    return modelError(INVALID.includes(type) ? "invalid" : "unavailable");
  }
  try {
    return readMessage(result.message, format);
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
}

/** A line that is no JSON is the provider's failure, too: all of it is read again. */
function broken(error: unknown, sdk: Sdk): unknown {
  const typed = modelErrorOf(sdk, error);
  return typed instanceof sdk.AnthropicError ? modelError("unavailable") : typed;
}

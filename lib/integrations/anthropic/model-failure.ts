import type { APIError } from "@anthropic-ai/sdk";
import { retryAfterSeconds } from "@/lib/integrations/http/retry-after";
import { ModelError, type ModelFailure } from "@/lib/integrations/language-model";

type Sdk = typeof import("@anthropic-ai/sdk");
type Coded = { readonly code?: unknown } | undefined;

const WORDS: Readonly<Record<ModelFailure, string>> = {
  signed_out: "Anthropic does not accept the key of this server.",
  unpaid: "Anthropic wants this server's account to be paid.",
  forbidden: "Anthropic does not allow this with the key of this server.",
  rate_limited: "Anthropic wants fewer questions.",
  overloaded: "Anthropic has too much to do.",
  timeout: "Anthropic did not answer in time.",
  unavailable: "Anthropic did not answer.",
  paused: "Anthropic is not asked at the moment.",
  refused: "The model declined to write.",
  cut_off: "The model's text is too long.",
  malformed: "The model's text is not of the form that was asked for.",
  too_long: "The prompt is too long for the model.",
  invalid: "Anthropic does not take this question.",
};

const BY_STATUS: Readonly<Record<number, ModelFailure>> = {
  401: "signed_out",
  402: "unpaid",
  403: "forbidden",
  408: "timeout",
  413: "too_long",
  429: "rate_limited",
  503: "overloaded",
  504: "timeout",
  529: "overloaded",
};

/** The typed failure in our own words: the provider's may quote the prompt. */
export function modelError(
  failure: ModelFailure,
  options: ConstructorParameters<typeof ModelError>[2] = {},
): ModelError {
  return new ModelError(failure, WORDS[failure], options);
}

/** What the SDK threw, typed; what is our own fault is handed on as it is. */
export function modelErrorOf(sdk: Sdk, error: unknown): unknown {
  if (error instanceof sdk.APIConnectionTimeoutError) return modelError("timeout");
  // Broken off by the limit of the whole call.
  if (error instanceof sdk.APIUserAbortError) return modelError("timeout");
  if (error instanceof sdk.APIConnectionError) return modelError("unavailable");
  if (!(error instanceof sdk.APIError)) return isBroken(error) ? modelError("unavailable") : error;
  const { status, headers, requestID }: APIError = error;
  return modelError(failureOf(error), {
    status,
    retryAfterS: (headers && retryAfterSeconds(headers, Date.now())) ?? undefined,
    requestId: requestID,
  });
}

/** An answer that broke off under way comes as the network layer, or the parser, throws it. */
function isBroken(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  if (error instanceof Error && ["AbortError", "TimeoutError"].includes(error.name)) return true;
  return error instanceof TypeError && typeof (error.cause as Coded)?.code === "string";
}

function failureOf({ status, type, apiMessage }: APIError): ModelFailure {
  if (type === "billing_error") return "unpaid";
  const known = status === undefined ? undefined : BY_STATUS[status];
  if (known) return known;
  if (status === undefined || status >= 500) return "unavailable";
  return /prompt is too long/i.test(apiMessage ?? "") ? "too_long" : "invalid";
}

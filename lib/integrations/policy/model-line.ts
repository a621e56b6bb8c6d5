import "server-only";
import { ModelError, type ModelFailure } from "@/lib/integrations/language-model";
import { MODEL_LIMITS, MODEL_SHUT_MS } from "./provider-limits";
import { type PolicyOptions, ProviderLine } from "./provider-line";
import type { ProviderStateStore } from "./provider-state-store";

/** Only the operator can mend these: no call is of use until then. */
const SHUT: ReadonlySet<ModelFailure> = new Set(["signed_out", "unpaid", "forbidden"]);
const DOWN: ReadonlySet<ModelFailure> = new Set(["timeout", "unavailable", "overloaded"]);

/** The way to the language model: as to a vendor, but a key that fails shuts it at once. */
export function modelLine(store: ProviderStateStore, options: PolicyOptions = {}): ProviderLine {
  const kind = {
    id: "anthropic" as const,
    name: "Anthropic",
    limits: MODEL_LIMITS,
    failureOf: (error: unknown) =>
      error instanceof ModelError
        ? {
            outcome: error.failure,
            isDown: DOWN.has(error.failure),
            shutMs: SHUT.has(error.failure) ? MODEL_SHUT_MS : null,
          }
        : null,
    notAsked: (message: string, retryAfterS: number) =>
      new ModelError("paused", message, { retryAfterS }),
    tooLate: (message: string) => new ModelError("timeout", message),
  };
  return new ProviderLine(kind, store, options);
}

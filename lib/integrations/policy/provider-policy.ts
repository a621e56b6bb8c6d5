import "server-only";
import { SourceError } from "@/lib/integrations/source-ports";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import type { Provider } from "@/lib/training/source/providers";
import { PROVIDER_LIMITS } from "./provider-limits";
import { type LineKind, type PolicyOptions, ProviderLine } from "./provider-line";
import type { BreakerState, ProviderStateStore } from "./provider-state-store";

export type ProviderPolicies = {
  /**
   * Makes one call to a vendor: a limit of time, a few at once, and none while it is down. Throws
   * `SourceError` "unavailable" for these, and whatever `work` throws. Never tries again: that is
   * the job engine's matter. Not for use inside a transaction: a vendor may take its time.
   */
  run<T>(provider: Provider, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** As all processes see it. */
  state(provider: Provider): Promise<BreakerState>;
};

/** One policy per vendor for this process; what is known of a vendor is shared through `store`. */
export function providerPolicies(
  store: ProviderStateStore,
  options: PolicyOptions = {},
): ProviderPolicies {
  const lines = new Map<Provider, ProviderLine>();
  return {
    run: (provider, work) => {
      let line = lines.get(provider);
      if (!line) {
        line = new ProviderLine(kindOf(provider), store, options);
        lines.set(provider, line);
      }
      return line.run(work);
    },
    state: (provider) => store.breaker(provider),
  };
}

function kindOf(provider: Provider): LineKind {
  return {
    id: provider,
    name: PROVIDER_NAMES[provider],
    limits: PROVIDER_LIMITS[provider],
    failureOf: (error) =>
      error instanceof SourceError
        ? { outcome: error.failure, isDown: error.failure === "unavailable", shutMs: null }
        : null,
    notAsked: (message, retryAfterS) =>
      new SourceError(provider, "unavailable", message, { retryAfterS }),
    tooLate: (message) => new SourceError(provider, "unavailable", message),
  };
}

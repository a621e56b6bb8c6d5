import type { RateBudget } from "@/lib/integrations/source-ports";
import type { Provider } from "@/lib/training/source/providers";
import type { ProviderStateStore } from "./provider-state-store";

export type RateBudgetOptions = {
  /** 0-1: the part of every window that is left to others, e.g. to what somebody waits for. */
  readonly keptBack: number;
  readonly now?: () => Date;
};

/** The calls that all athletes, in all processes, share at a vendor that counts them. */
export function rateBudget(
  store: ProviderStateStore,
  provider: Provider,
  { keptBack, now = () => new Date() }: RateBudgetOptions,
): RateBudget {
  return {
    note: (usage) => store.noteUsage(provider, usage),
    async waitS() {
      const nowMs = now().getTime();
      const waits = Object.values(await store.usage(provider))
        .filter(({ used, limit }) => used >= limit * (1 - keptBack))
        .map(({ resetsAt }) => Math.ceil((resetsAt.getTime() - nowMs) / 1000))
        .filter((waitS) => waitS > 0);
      return waits.length === 0 ? null : Math.max(...waits);
    },
  };
}

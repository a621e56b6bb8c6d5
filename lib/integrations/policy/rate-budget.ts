import type { Provider } from "@/lib/training/source/providers";
import type { ProviderStateStore, Usage } from "./provider-state-store";

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
) {
  return {
    note: (usage: Usage): Promise<void> => store.noteUsage(provider, usage),
    /** Seconds until another call may be made; null when one may be made now. */
    async waitS(): Promise<number | null> {
      const nowMs = now().getTime();
      const waits = Object.values(await store.usage(provider))
        .filter(({ used, limit }) => used >= limit * (1 - keptBack))
        .map(({ resetsAt }) => Math.ceil((resetsAt.getTime() - nowMs) / 1000))
        .filter((waitS) => waitS > 0);
      return waits.length === 0 ? null : Math.max(...waits);
    },
  };
}

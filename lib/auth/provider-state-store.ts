import "server-only";
import { getDatabase } from "@/db/client";
import { lookUpAsSystem } from "@/db/look-up-as-system";
import { claimTrial, closeBreaker, noteUsage, openBreaker } from "@/db/mutations/provider-states";
import { providerState } from "@/db/queries/provider-states";
import { runAsSystem } from "@/db/run-as-system";
import type { ProviderStateStore } from "@/lib/integrations/policy/provider-state-store";

/** What all processes know of a vendor, in the database. */
export const providerStateStore: ProviderStateStore = {
  breaker: (provider) => alone((tx) => providerState(tx, provider)),
  open: (provider, retryAt) => alone((tx) => openBreaker(tx, provider, retryAt)),
  close: (provider) => alone((tx) => closeBreaker(tx, provider)),
  claimTrial: (provider, now, until) => alone((tx) => claimTrial(tx, provider, now, until)),
  async usage(provider) {
    const { budget } = await alone((tx) => providerState(tx, provider));
    return Object.fromEntries(
      Object.entries(budget ?? {}).map(([name, window]) => [
        name,
        { ...window, resetsAt: new Date(window.resetsAt) },
      ]),
    );
  },
  noteUsage: (provider, usage) => {
    const stored = Object.entries(usage).map(([name, window]) => [
      name,
      { ...window, resetsAt: window.resetsAt.toISOString() },
    ]);
    return runAsSystem(getDatabase())((tx) => noteUsage(tx, provider, Object.fromEntries(stored)));
  },
};

/** Statements that stand alone. */
const alone: ReturnType<typeof lookUpAsSystem> = (work) => lookUpAsSystem(getDatabase())(work);

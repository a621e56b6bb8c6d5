import type { RateUsage } from "@/lib/integrations/source-ports";
import type { Provider } from "@/lib/training/source/providers";

/** Whether a vendor may be asked; one state for all processes. */
export type BreakerState = {
  readonly breaker: "closed" | "open" | "half_open";
  /** When a call may be tried; null while closed. */
  readonly retryAt: Date | null;
};

/** What all processes know of a vendor. */
export type ProviderStateStore = {
  breaker(provider: Provider): Promise<BreakerState>;
  open(provider: Provider, retryAt: Date): Promise<void>;
  close(provider: Provider): Promise<void>;
  /**
   * True for the one caller that may try whether the vendor is back; for the others its time is
   * put off to `until`. False while it is closed, or before its time.
   */
  claimTrial(provider: Provider, now: Date, until: Date): Promise<boolean>;
  usage(provider: Provider): Promise<RateUsage>;
  /** Keeps what is newest in each window. */
  noteUsage(provider: Provider, usage: RateUsage): Promise<void>;
};

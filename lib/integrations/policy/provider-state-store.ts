import type { RateUsage } from "@/lib/integrations/source-ports";
import type { Provider } from "@/lib/training/source/providers";

/** Whoever is asked over the network and may be down: where data comes from, and the model. */
export type LineId = Provider | "anthropic";

/** Whether a vendor may be asked; one state for all processes. */
export type BreakerState = {
  readonly breaker: "closed" | "open" | "half_open";
  /** When a call may be tried; null while closed. */
  readonly retryAt: Date | null;
};

/** What all processes know of a vendor. */
export type ProviderStateStore = {
  breaker(provider: LineId): Promise<BreakerState>;
  open(provider: LineId, retryAt: Date): Promise<void>;
  close(provider: LineId): Promise<void>;
  /**
   * True for the one caller that may try whether the vendor is back; for the others its time is
   * put off to `until`. False while it is closed, or before its time.
   */
  claimTrial(provider: LineId, now: Date, until: Date): Promise<boolean>;
  usage(provider: LineId): Promise<RateUsage>;
  /** Keeps what is newest in each window. */
  noteUsage(provider: LineId, usage: RateUsage): Promise<void>;
};

import { BulkheadRejectedError, bulkhead, TimeoutStrategy, timeout } from "cockatiel";
import { SourceError, type SourceFailure } from "@/lib/integrations/source-ports";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import type { Provider } from "@/lib/training/source/providers";
import { CALLS_AT_ONCE, CALLS_WAITING, PROVIDER_LIMITS, TRIAL_AFTER_MS } from "./provider-limits";
import type { BreakerState, ProviderStateStore } from "./provider-state-store";
import { RecentCalls } from "./recent-calls";

export type PolicyOptions = {
  readonly now?: () => Date;
  /** Told of every call: for the metrics. */
  readonly onCall?: (provider: Provider, outcome: "ok" | SourceFailure) => void;
};

/** So long this process goes by what it read of the breaker last. */
const READ_AGAIN_MS = 1_000;

/** The way from this process to one vendor. */
export class ProviderLine {
  readonly #provider: Provider;
  readonly #store: ProviderStateStore;
  readonly #options: PolicyOptions;
  readonly #places = bulkhead(CALLS_AT_ONCE, CALLS_WAITING);
  readonly #recent = new RecentCalls();
  #known: { readonly state: BreakerState; readonly untilMs: number } | null = null;

  constructor(provider: Provider, store: ProviderStateStore, options: PolicyOptions) {
    this.#provider = provider;
    this.#store = store;
    this.#options = options;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await this.#places.execute(() => this.#call(work));
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      throw this.#unavailable("is being asked too much at once. It is asked again later.", 5);
    }
  }

  async #call<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const isTrial = await this.#enter();
    try {
      const result = await this.#inTime(work);
      await this.#note(false, isTrial);
      this.#options.onCall?.(this.#provider, "ok");
      return result;
    } catch (error) {
      // Anything else is our own fault and tells nothing of the vendor.
      if (!(error instanceof SourceError)) throw error;
      await this.#note(error.failure === "unavailable", isTrial);
      this.#options.onCall?.(this.#provider, error.failure);
      throw error;
    }
  }

  async #inTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { timeoutS } = PROVIDER_LIMITS[this.#provider];
    const limit = timeout(timeoutS * 1000, TimeoutStrategy.Aggressive);
    let isOver = false;
    limit.onTimeout(() => {
      isOver = true;
    });
    try {
      return await limit.execute(({ signal }) => work(signal));
    } catch (error) {
      // What was broken off may say so in its own words.
      if (!isOver || error instanceof SourceError) throw error;
      throw this.#unavailable(`did not answer within ${timeoutS} s. It is asked again later.`);
    }
  }

  /** Throws while the vendor is down; true for the one call that tries whether it is back. */
  async #enter(): Promise<boolean> {
    if (!PROVIDER_LIMITS[this.#provider].breaks) return false;
    const now = this.#now();
    const { breaker, retryAt } = await this.#state(now);
    if (breaker === "closed") return false;
    const isTime = retryAt === null || retryAt <= now;
    if (isTime && (await this.#store.claimTrial(this.#provider, now, this.#trialEnd(now)))) {
      this.#known = null;
      return true;
    }
    this.#known = null;
    const after = (await this.#state(now)).retryAt;
    if (after === null) return false;
    const waitS = Math.max(1, Math.ceil((after.getTime() - now.getTime()) / 1000));
    throw this.#unavailable("does not answer at the moment. It is asked again later.", waitS);
  }

  /** A trial whose process died is followed by another one. */
  #trialEnd(now: Date): Date {
    return new Date(now.getTime() + PROVIDER_LIMITS[this.#provider].timeoutS * 1000 + 5_000);
  }

  async #note(hasFailed: boolean, isTrial: boolean): Promise<void> {
    if (!PROVIDER_LIMITS[this.#provider].breaks) return;
    const now = this.#now();
    const isTooMuch = this.#recent.note(hasFailed, now.getTime());
    if (hasFailed && (isTrial || isTooMuch)) {
      this.#recent.forget();
      this.#known = null;
      await this.#store.open(this.#provider, new Date(now.getTime() + TRIAL_AFTER_MS));
    } else if (isTrial) {
      this.#recent.forget();
      this.#known = null;
      await this.#store.close(this.#provider);
    }
  }

  async #state(now: Date): Promise<BreakerState> {
    if (this.#known && this.#known.untilMs > now.getTime()) return this.#known.state;
    const state = await this.#store.breaker(this.#provider);
    this.#known = { state, untilMs: now.getTime() + READ_AGAIN_MS };
    return state;
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  #unavailable(what: string, retryAfterS?: number): SourceError {
    return new SourceError(
      this.#provider,
      "unavailable",
      `${PROVIDER_NAMES[this.#provider]} ${what}`,
      retryAfterS === undefined ? {} : { retryAfterS },
    );
  }
}

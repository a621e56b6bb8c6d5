import { setTimeout as pause } from "node:timers/promises";
import { BulkheadRejectedError, bulkhead, TimeoutStrategy, timeout } from "cockatiel";
import { CALLS_AT_ONCE, CALLS_WAITING, type Limits, TRIAL_AFTER_MS } from "./provider-limits";
import type { BreakerState, LineId, ProviderStateStore } from "./provider-state-store";
import { RecentCalls } from "./recent-calls";

export type PolicyOptions = {
  readonly now?: () => Date;
  /** Told of every call, and of how it ended: for the metrics. */
  readonly onCall?: (provider: LineId, outcome: string) => void;
};

/** How a kind of vendor fails. */
export type LineKind = {
  readonly id: LineId;
  /** As people know it. */
  readonly name: string;
  readonly limits: Limits;
  /** What an error says of the vendor; null for a fault of our own, which says nothing of it. */
  failureOf(error: unknown): Failure | null;
  /** The error for a call that is not made. */
  notAsked(message: string, retryAfterS: number): Error;
  /** The error for one that is not waited for any longer. */
  tooLate(message: string): Error;
};

type Failure = {
  readonly outcome: string;
  readonly isDown: boolean;
  /** No further call is of any use for so long; null when that is for the breaker to say. */
  readonly shutMs: number | null;
};

/** So long this process goes by what it read of the breaker last. */
const READ_AGAIN_MS = 1_000;
/** A vendor that is back mostly says so within this time. */
const TRIAL_PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 100;

/** The way from this process to one vendor. */
export class ProviderLine {
  readonly #kind: LineKind;
  readonly #store: ProviderStateStore;
  readonly #options: PolicyOptions;
  readonly #places = bulkhead(CALLS_AT_ONCE, CALLS_WAITING);
  readonly #recent = new RecentCalls();
  #known: { readonly state: BreakerState; readonly untilMs: number } | null = null;

  constructor(kind: LineKind, store: ProviderStateStore, options: PolicyOptions) {
    this.#kind = kind;
    this.#store = store;
    this.#options = options;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await this.#places.execute(() => this.#call(work));
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      throw this.#notAsked("is being asked too much at once. It is asked again later.", 5);
    }
  }

  async #call<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const isTrial = await this.#enter();
    try {
      const result = await this.#inTime(work);
      await this.#note(null, isTrial);
      this.#options.onCall?.(this.#kind.id, "ok");
      return result;
    } catch (error) {
      const failure = this.#kind.failureOf(error);
      if (failure === null) throw error;
      await this.#note(failure, isTrial);
      this.#options.onCall?.(this.#kind.id, failure.outcome);
      throw error;
    }
  }

  async #inTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { timeoutS } = this.#kind.limits;
    const strategy = TimeoutStrategy.Aggressive;
    // To abort what has ended would make an error, with its stack, for each call.
    const limit = timeout(timeoutS * 1000, { strategy, abortOnReturn: false });
    let isOver = false;
    limit.onTimeout(() => {
      isOver = true;
    });
    try {
      return await limit.execute(({ signal }) => work(signal));
    } catch (error) {
      // What was broken off may say so in its own words.
      if (!isOver || this.#kind.failureOf(error) !== null) throw error;
      const { name } = this.#kind;
      throw this.#kind.tooLate(
        `${name} did not answer within ${timeoutS} s. It is asked again later.`,
      );
    }
  }

  /** Throws while the vendor is down; true for the one call that tries whether it is back. */
  async #enter(): Promise<boolean> {
    if (!this.#kind.limits.breaks) return false;
    const now = this.#now();
    const { breaker, retryAt } = await this.#state(now);
    if (breaker === "closed") return false;
    const isTime = retryAt === null || retryAt <= now;
    if (isTime && (await this.#store.claimTrial(this.#kind.id, now, this.#trialEnd(now)))) {
      this.#known = null;
      return true;
    }
    const after = (await this.#afterTrial(now)).retryAt;
    if (after === null) return false;
    const waitS = Math.max(1, Math.ceil((after.getTime() - now.getTime()) / 1000));
    throw this.#notAsked("does not answer at the moment. It is asked again later.", waitS);
  }

  /** Whoever asks beside a trial, of this process or another, goes by how it ends. */
  async #afterTrial(now: Date): Promise<BreakerState> {
    for (const deadline = performance.now() + TRIAL_PATIENCE_MS; ; await pause(LOOK_EVERY_MS)) {
      this.#known = null;
      const state = await this.#state(now);
      if (state.breaker !== "half_open" || performance.now() > deadline) return state;
    }
  }

  /** A trial whose process died is followed by another one. */
  #trialEnd(now: Date): Date {
    return new Date(now.getTime() + this.#kind.limits.timeoutS * 1000 + 5_000);
  }

  async #note(failure: Failure | null, isTrial: boolean): Promise<void> {
    if (!this.#kind.limits.breaks) return;
    const now = this.#now();
    const isDown = failure?.isDown ?? false;
    const shutMs = failure?.shutMs ?? null;
    const isTooMuch = this.#recent.note(isDown, now.getTime());
    if (shutMs !== null || (isDown && (isTrial || isTooMuch))) {
      this.#recent.forget();
      this.#known = null;
      const retryAt = new Date(now.getTime() + (shutMs ?? TRIAL_AFTER_MS));
      await this.#store.open(this.#kind.id, retryAt);
    } else if (isTrial) {
      this.#recent.forget();
      this.#known = null;
      await this.#store.close(this.#kind.id);
    }
  }

  async #state(now: Date): Promise<BreakerState> {
    if (this.#known && this.#known.untilMs > now.getTime()) return this.#known.state;
    const state = await this.#store.breaker(this.#kind.id);
    this.#known = { state, untilMs: now.getTime() + READ_AGAIN_MS };
    return state;
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  #notAsked(what: string, retryAfterS: number): Error {
    return this.#kind.notAsked(`${this.#kind.name} ${what}`, retryAfterS);
  }
}

import { onJobEvent } from "@/db/job-wake";
import {
  leaseUndispatchedEvents,
  markEventsDispatched,
  releaseDedupKeys,
  releaseEventLeases,
  type TakenEvent,
} from "@/db/mutations/job-events";
import type { JobEventPayload } from "@/db/schema/jobs";
import type { RunAsSystem } from "@/db/scope";
import { beatJobHeart } from "@/lib/job-heart";
import type { Logger } from "@/lib/logger";
import { PollRhythm } from "./embedded/poll-rhythm";
import type { RunningJobs } from "./embedded/start-embedded";

export type OutboxOptions = {
  readonly runAsSystem: RunAsSystem;
  /** Sends up to 5000 events; an event with a known id is ignored by the receiver. */
  readonly send: (events: JobEventPayload[]) => Promise<unknown>;
  readonly log: Logger;
  readonly pollMs?: { readonly first: number; readonly longest: number };
};

/** Inngest takes 5000 events a request; fewer keep the request small. */
const CHUNK = 500;
/** Longer than the SDK tries. */
const LEASE_SECONDS = 60;
const POLL_MS = { first: 250, longest: 2_000 };
/** Short enough that the readiness check, which wants a turn every 30 s, stays content. */
const LONGEST_BACKOFF_MS = 20_000;
const MAINTENANCE_MS = 60_000;

/**
 * Sends what is in the outbox to the Inngest server. No transaction is open meanwhile: rows
 * are leased, and a process that dies between sending and noting it sends them again under
 * the same ids, which Inngest drops.
 */
export function startOutboxDispatcher(options: OutboxOptions): RunningJobs {
  return new OutboxDispatcher(options);
}

class OutboxDispatcher implements RunningJobs {
  readonly #options: OutboxOptions;
  readonly #rhythm: PollRhythm;
  readonly #stopListening: () => void;
  readonly #loop: Promise<void>;
  #isStopping = false;
  #failures = 0;
  #maintainedAt = 0;
  #sending: Promise<unknown> = Promise.resolve();

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#rhythm = new PollRhythm(options.pollMs ?? POLL_MS);
    this.#stopListening = onJobEvent(() => this.wake());
    this.#loop = this.#run();
  }

  wake(): void {
    // While the server is away, waking up more often does not bring it back.
    if (this.#failures === 0) this.#rhythm.wake();
  }

  /** Sends until the outbox is empty. Throws when the server cannot be reached. */
  async drain(): Promise<void> {
    while ((await this.#exclusiveSend()) > 0);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#stopListening();
    this.#rhythm.wake();
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      beatJobHeart();
      try {
        if ((await this.#exclusiveSend()) > 0) this.#rhythm.quicken();
        this.#failures = 0;
      } catch (error) {
        this.#failures += 1;
        this.#options.log.warn(
          { err: error, failures: this.#failures },
          "events could not be sent",
        );
      }
      if (!this.#isStopping) await this.#rest();
    }
  }

  #rest(): Promise<void> {
    if (this.#failures === 0) return this.#rhythm.rest(null);
    const backoff = Math.min(LONGEST_BACKOFF_MS, POLL_MS.longest * 2 ** (this.#failures - 1));
    return this.#rhythm.restFor(backoff);
  }

  /** The loop and `drain` never send at the same time. */
  #exclusiveSend(): Promise<number> {
    const sending = this.#sending.then(() => this.#send());
    this.#sending = sending.catch(() => undefined);
    return sending;
  }

  async #send(): Promise<number> {
    const { runAsSystem, send } = this.#options;
    await this.#maintain();
    const events = await runAsSystem((tx) => leaseUndispatchedEvents(tx, CHUNK, LEASE_SECONDS));
    if (events.length === 0) return 0;
    try {
      await send(events.map((event) => event.payload));
    } catch (error) {
      await this.#giveBack(events);
      throw error;
    }
    await runAsSystem((tx) => markEventsDispatched(tx, events, new Date()));
    return events.length;
  }

  async #maintain(): Promise<void> {
    if (Date.now() - this.#maintainedAt < MAINTENANCE_MS) return;
    this.#maintainedAt = Date.now();
    await this.#options.runAsSystem(releaseDedupKeys);
  }

  async #giveBack(events: readonly TakenEvent[]): Promise<void> {
    await this.#options.runAsSystem((tx) => releaseEventLeases(tx, events));
  }
}

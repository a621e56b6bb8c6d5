import { onJobEvent } from "@/db/job-wake";
import { lockDueCrons } from "@/db/mutations/job-crons";
import { releaseDedupKeys } from "@/db/mutations/job-events";
import {
  type ClaimedRun,
  claimRuns,
  prolongLeases,
  releaseLeases,
} from "@/db/mutations/job-leases";
import { nextJobDueAt, orphanedFunctions } from "@/db/queries/jobs";
import type { RunAsSystem, SystemTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import { beatJobHeart } from "@/lib/job-heart";
import type { Logger } from "@/lib/logger";
import { FunctionHost, type JobHandler } from "./call-function";
import type { Checkpoints } from "./checkpoints";
import { discoverFunctions } from "./discover-functions";
import { dispatchEvents, takeEvents } from "./dispatch-events";
import { type Driver, driveRun, type StepObserver } from "./drive-run";
import { fireCrons, planCrons } from "./fire-crons";
import { PollRhythm } from "./poll-rhythm";
import { retryDelay } from "./retry-delay";
import { concurrencyLimitOf } from "./start-run";

export type EmbeddedOptions = {
  readonly runAsSystem: RunAsSystem;
  /** The same without a transaction, for single statements; a transaction does as well. */
  readonly lookUpAsSystem?: RunAsSystem;
  /** The SDK's `serve` handler, and the key that its calls must be signed with. */
  readonly handler: JobHandler;
  readonly signingKey: string;
  readonly checkpoints: Checkpoints;
  readonly log: Logger;
  /** No other process can be using this database (PGlite): leases found at start are stale. */
  readonly isAlone: boolean;
  readonly clock?: () => Date;
  /** How long to wait when idle: at first, and at most. */
  readonly pollMs?: { readonly first: number; readonly longest: number };
  readonly leaseSeconds?: number;
  /** Runs in hand at a time. */
  readonly width?: number;
  readonly retryDelay?: (attempt: number) => number;
  readonly onStep?: StepObserver;
};

export type RunningJobs = {
  /** Claims nothing more, lets steps in hand finish for a while, gives back the rest. */
  stop(): Promise<void>;
  /** Resolves when nothing is due or in hand; sleeps, waits and retries to come do not count. */
  drain(): Promise<void>;
  /** Looks for work now. */
  wake(): void;
};

const LEASE_SECONDS = 60;
const WIDTH = 5;
const POLL_MS = { first: 250, longest: 2_000 };
const MAINTENANCE_MS = 60_000;
const STOP_GRACE_MS = 10_000;
/** Between looks for what was announced: with most hands full, and with some of them free. */
const BETWEEN_LOOKS_MS = { busy: 250, free: 100 };

/**
 * Drives the functions of `handler` in this process. Throws UnsupportedJob, before anything
 * runs, when a function has an option outside the supported subset.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<RunningJobs> {
  const host = new FunctionHost(options.handler, options.signingKey);
  const executor = new Executor(options, host, await discoverFunctions(host));
  await executor.start();
  return executor;
}

type Look = { readonly didWork: boolean; readonly dueAt: Date | null };

class Executor implements RunningJobs {
  readonly #options: EmbeddedOptions;
  readonly #driver: Driver;
  readonly #now: () => Date;
  readonly #rhythm: PollRhythm;
  readonly #inHand = new Map<string, Promise<void>>();
  readonly #leaseSeconds: number;
  #isStopping = false;
  #loop: Promise<void> = Promise.resolve();
  #looking: Promise<unknown> = Promise.resolve();
  #maintainedAt = 0;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #stopListening: () => void = () => undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #announcement: NodeJS.Timeout | undefined;

  constructor(options: EmbeddedOptions, host: FunctionHost, functions: Driver["functions"]) {
    this.#options = options;
    this.#now = options.clock ?? (() => new Date());
    this.#rhythm = new PollRhythm(options.pollMs ?? POLL_MS);
    this.#leaseSeconds = options.leaseSeconds ?? LEASE_SECONDS;
    this.#driver = {
      host,
      checkpoints: options.checkpoints,
      functions,
      runAsSystem: options.runAsSystem,
      lookUpAsSystem: options.lookUpAsSystem ?? options.runAsSystem,
      owner: newId(),
      log: options.log,
      now: this.#now,
      isStopping: () => this.#isStopping,
      retryDelay: options.retryDelay ?? ((attempt) => retryDelay(attempt, Math.random())),
      onStep: options.onStep ?? (() => undefined),
    };
  }

  async start(): Promise<void> {
    const { log, isAlone } = this.#options;
    await this.#scheduling(async (tx) => {
      const now = this.#now();
      await planCrons(tx, this.#driver.functions, now);
      const resumed = isAlone ? await releaseLeases(tx, "everyone", now) : 0;
      const orphans = await orphanedFunctions(tx, this.#functionIds());
      if (resumed > 0) log.info({ resumed }, "runs of the last process go on");
      if (orphans.length > 0) log.warn({ orphans }, "runs of functions that do not exist any more");
    });
    this.#stopListening = onJobEvent(() => this.#announced());
    this.#heartbeat = setInterval(() => this.#beat(), (this.#leaseSeconds * 1000) / 3);
    this.#heartbeat.unref();
    this.#loop = this.#run();
  }

  wake(): void {
    this.#rhythm.wake();
  }

  /** Runs in hand announce events all the time; looking for each would cost more than it does. */
  #announced(): void {
    const since = performance.now() - this.#lookedAt;
    const ms = this.#isBusy() ? BETWEEN_LOOKS_MS.busy : BETWEEN_LOOKS_MS.free - since;
    if (ms <= 0) {
      this.wake();
      return;
    }
    this.#announcement ??= setTimeout(() => {
      this.#announcement = undefined;
      this.wake();
    }, ms).unref();
  }

  async drain(): Promise<void> {
    for (;;) {
      // What ends while it is looked around may have left more to do, unseen by that look.
      const wasBusy = this.#inHand.size > 0;
      const { didWork } = await this.#exclusiveLook();
      if (this.#inHand.size > 0) await Promise.race(this.#inHand.values());
      else if (!didWork && !wasBusy) return;
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#stopListening();
    this.#rhythm.wake();
    await this.#loop;
    await Promise.race([Promise.all(this.#inHand.values()), pause(STOP_GRACE_MS)]);
    clearInterval(this.#heartbeat);
    await this.#system((tx) => releaseLeases(tx, this.#driver.owner, this.#now()));
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      beatJobHeart();
      let dueInMs: number | null = null;
      try {
        const { didWork, dueAt } = await this.#exclusiveLook();
        // Who has its hands full looks again when some of them are free.
        if (this.#isBusy()) this.#rhythm.calm();
        else if (didWork) this.#rhythm.quicken();
        const ahead = dueAt ? dueAt.getTime() - this.#now().getTime() : 0;
        // What is due already and was not claimed waits for its turn; nothing is gained by hurry.
        if (ahead > 0 && !this.#isFull()) dueInMs = ahead;
      } catch (error) {
        this.#options.log.error({ err: error }, "jobs could not be dispatched");
      }
      if (!this.#isStopping) await this.#rhythm.rest(dueInMs);
    }
  }

  /** The loop and `drain` never look for work at the same time. */
  #exclusiveLook(): Promise<Look> {
    const look = this.#looking.then(() => this.#look());
    this.#looking = look.catch(() => undefined);
    return look;
  }

  /** Dispatches events and crons, claims what is due and starts driving it. */
  async #look(): Promise<Look> {
    if (this.#isStopping) return { didWork: false, dueAt: null };
    this.#lookedAt = performance.now();
    const { functions } = this.#driver;
    const found = await this.#scheduling(async (tx) => {
      const now = this.#now();
      await this.#maintain(tx, now);
      const [due, dueCrons] = await Promise.all([takeEvents(tx), lockDueCrons(tx, now)]);
      const events = await dispatchEvents(tx, due, functions, now);
      const crons = await fireCrons(tx, dueCrons, functions, now);
      const claim = {
        owner: this.#driver.owner,
        leaseSeconds: this.#leaseSeconds,
        functionIds: this.#functionIds(),
        inHand: [...this.#inHand.keys()],
        limit: this.#width() - this.#inHand.size,
        limitOf: concurrencyLimitOf,
      };
      const claimed = await claimRuns(tx, claim, now);
      const didWork = events + crons + claimed.length > 0;
      return { claimed, didWork, dueAt: didWork ? null : await nextJobDueAt(tx) };
    });
    for (const run of found.claimed) this.#take(run);
    return found;
  }

  #take(run: ClaimedRun): void {
    const driving = driveRun(this.#driver, run)
      .catch((error: unknown) => this.#abandon(run, error))
      .finally(() => {
        this.#inHand.delete(run.id);
        // Looking for one run at a time would cost more than most steps do.
        if (!this.#isBusy()) this.#rhythm.wake();
      });
    this.#inHand.set(run.id, driving);
  }

  /** Not even the failure could be written down: the lease lapses, and the run is taken up again. */
  #abandon(run: ClaimedRun, error: unknown): void {
    const fields = { err: error, runId: run.id, functionId: run.functionId };
    this.#options.log.error(fields, "run interrupted; it goes on when its lease ends");
  }

  async #maintain(tx: SystemTx, now: Date): Promise<void> {
    if (now.getTime() - this.#maintainedAt < MAINTENANCE_MS) return;
    this.#maintainedAt = now.getTime();
    await releaseDedupKeys(tx);
  }

  #beat(): void {
    if (this.#inHand.size === 0) return;
    const runIds = [...this.#inHand.keys()];
    const lease = { owner: this.#driver.owner, runIds, leaseSeconds: this.#leaseSeconds };
    this.#system((tx) => prolongLeases(tx, lease)).catch((error: unknown) =>
      this.#options.log.warn({ err: error }, "leases could not be prolonged"),
    );
  }

  #system<T>(work: (tx: SystemTx) => Promise<T>): Promise<T> {
    return this.#options.runAsSystem(work);
  }

  /** One process at a time. */
  #scheduling<T>(work: (tx: SystemTx) => Promise<T>): Promise<T> {
    return this.#options.runAsSystem(work, { isScheduling: true });
  }

  #functionIds(): string[] {
    return this.#driver.functions.map((fn) => fn.id);
  }

  #width(): number {
    return this.#options.width ?? WIDTH;
  }

  #isBusy(): boolean {
    return this.#inHand.size > this.#width() / 2;
  }

  #isFull(): boolean {
    return this.#inHand.size >= this.#width();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

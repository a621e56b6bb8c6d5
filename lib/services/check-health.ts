import "server-only";
import { jobQueueState } from "@/db/queries/jobs";
import { instanceModelCalls } from "@/db/queries/model-calls";
import { providerState } from "@/db/queries/provider-states";
import { type VendorHealth, vendorHealth } from "@/db/queries/vendor-health";
import type { SystemContext } from "@/lib/auth/context";
import { formatSpan } from "@/lib/dates/format-span";
import { env } from "@/lib/env";
import { type DiskSpace, diskSpace } from "@/lib/files/disk-space";
import { lastBackupAt } from "@/lib/files/last-backup";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import { checkReadiness, type Readiness } from "./check-readiness";
import { describeModelHealth, type ModelHealth } from "./describe-model-health";
import { startOfMonth } from "./may-ask-model";
import { measureTextQuality } from "./measure-text-quality";
import { watchModelSpending } from "./watch-model-spending";

export type Health = {
  readonly readiness: Readiness;
  readonly queue: {
    readonly depth: number;
    readonly oldestReadyAt: Date | null;
    readonly deadLetters: number;
  };
  readonly vendors: readonly VendorHealth[];
  /** Null where no language model is asked. */
  readonly model: ModelHealth | null;
  /** Null where it cannot be told. */
  readonly disk: DiskSpace | null;
  /** By `formline db backup`; null when it never made one. */
  readonly lastBackupAt: Date | null;
  /** A sentence for each thing that somebody should look at. */
  readonly problems: readonly string[];
};

const DAY_MS = 86_400_000;
const LONGEST_WAIT_MS = 10 * 60_000;
const LEAST_FREE_BYTES = 1_000_000_000;

/** How the server is as a whole, for whoever looks after it. */
export async function checkHealth(ctx: SystemContext): Promise<Health> {
  const { dataDir } = env();
  const readiness = await checkReadiness(ctx);
  const yesterday = new Date(ctx.now.getTime() - DAY_MS);
  const { state, vendors, model, calls } = await ctx.tx(async (tx) => ({
    state: await jobQueueState(tx, ctx.now),
    vendors: await vendorHealth(tx),
    model: await providerState(tx, "anthropic"),
    calls: await instanceModelCalls(tx, yesterday),
  }));
  const { modelSpending } = ctx.ports;
  const found = {
    readiness,
    queue: {
      depth: state.queued + state.undispatchedEvents,
      oldestReadyAt: earlier(state.oldestDueAt, state.oldestUndispatchedAt),
      deadLetters: state.deadLetters,
    },
    vendors,
    model: env().ai.anthropic && {
      ...{ breaker: model.breaker, retryAt: model.retryAt, ...calls },
      quality: await measureTextQuality(ctx),
      timesUsualCost: (await watchModelSpending(ctx)).times,
      isUsedUp:
        (await modelSpending.cost(startOfMonth(ctx.now))).spentUsd >= modelSpending.limitUsd,
    },
    disk: await diskSpace(dataDir),
    lastBackupAt: await lastBackupAt(dataDir),
  };
  return { ...found, problems: problemsOf(found, ctx.now) };
}

function problemsOf(health: Omit<Health, "problems">, now: Date): string[] {
  const { readiness, queue, vendors, model, disk } = health;
  const failing = Object.entries(readiness.parts).filter(([, state]) => state === "failing");
  const waits = queue.oldestReadyAt ? now.getTime() - queue.oldestReadyAt.getTime() : 0;
  const problems = failing.map(([part]) => `Not ready: ${part}.`);
  if (readiness.parts.keys === "absent") {
    problems.push("FORMLINE_KEYS is not set: nothing can be connected.");
  }
  if (queue.oldestReadyAt && waits > LONGEST_WAIT_MS) {
    problems.push(
      `Background work has waited ${formatSpan(queue.oldestReadyAt, now)} for its turn.`,
    );
  }
  if (queue.deadLetters > 0) {
    const runs =
      queue.deadLetters === 1
        ? "1 run gave up and waits"
        : `${queue.deadLetters} runs gave up and wait`;
    problems.push(`${runs} for you.`);
  }
  // One vendor, however many ways there are to it.
  const resting = vendors.filter(({ breaker }) => breaker !== "closed");
  for (const name of new Set(resting.map(({ provider }) => PROVIDER_NAMES[provider]))) {
    problems.push(`${name} does not answer; it is asked less for now.`);
  }
  if (model) problems.push(...describeModelHealth(model));
  if (disk && disk.freeBytes < LEAST_FREE_BYTES) {
    problems.push("Less than 1 GB is free on the disk of the data folder.");
  }
  return problems;
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

import { cancelSingleton } from "@/db/mutations/job-runs";
import {
  hasActiveSingleton,
  hasRunWithIdempotencyKey,
  insertRuns,
  type NewRun,
  postponeDebounced,
  takeThrottleSlot,
} from "@/db/mutations/job-starts";
import type { JobEventPayload } from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";
import { evaluateKey } from "./expression";
import type { ConcurrencyLimit, FunctionConfig } from "./function-config";

export type RunCause = {
  readonly event: JobEventPayload;
  readonly eventId: string | null;
  readonly requestId: string | null;
  readonly parent?: { readonly runId: string; readonly stepHash: string };
};

const IDEMPOTENCY_WINDOW_MS = 86_400_000;

/** Whether every event that triggers the function starts a run, and at once. */
export function isPlain(fn: FunctionConfig): boolean {
  return !(fn.idempotency || fn.debounce || fn.singleton || fn.throttle);
}

/** Creates the run of a function for an event, unless one of its options says otherwise. */
export async function startRun(
  tx: SystemTx,
  fn: FunctionConfig,
  cause: RunCause,
  now: Date,
): Promise<void> {
  const run = newRun(fn, cause, now);
  if (isPlain(fn)) return insertRuns(tx, [run]);
  if (run.idempotencyKey !== null) {
    const since = new Date(now.getTime() - IDEMPOTENCY_WINDOW_MS);
    if (await hasRunWithIdempotencyKey(tx, fn.id, run.idempotencyKey, since)) return;
  }
  if (fn.debounce) {
    if (await postponeDebounced(tx, run, fn.debounce)) return;
    const runAt = new Date(now.getTime() + fn.debounce.periodMs);
    return insertRuns(tx, [{ ...run, runAt }]);
  }
  if (fn.singleton && run.singletonKey !== null) {
    const mode = fn.singleton.mode;
    if (mode === "skip" && (await hasActiveSingleton(tx, fn.id, run.singletonKey))) return;
    if (mode === "cancel") await cancelSingleton(tx, fn.id, run.singletonKey, now);
  }
  const runAt = fn.throttle ? await throttledStart(tx, fn.id, fn.throttle, run, now) : now;
  await insertRuns(tx, [{ ...run, runAt }]);
}

export function newRun(fn: FunctionConfig, cause: RunCause, now: Date): NewRun {
  const key = (operands: Parameters<typeof evaluateKey>[0] | undefined | null) =>
    operands ? evaluateKey(operands, cause.event) : null;
  return {
    functionId: fn.id,
    event: cause.event,
    eventId: cause.eventId,
    requestId: cause.requestId,
    runAt: now,
    createdAt: now,
    concurrencyKeys: fn.concurrency.map((limit) => concurrencyKey(fn.id, limit, cause.event)),
    idempotencyKey: key(fn.idempotency),
    singletonKey: key(fn.singleton?.key),
    debounceKey: key(fn.debounce?.key),
    parentRunId: cause.parent?.runId ?? null,
    parentStepHash: cause.parent?.stepHash ?? null,
  };
}

function throttledStart(
  tx: SystemTx,
  functionId: string,
  throttle: NonNullable<FunctionConfig["throttle"]>,
  run: NewRun,
  now: Date,
): Promise<Date> {
  const { intervalMs, burst } = throttle;
  const key = evaluateKey(throttle.key, run.event);
  return takeThrottleSlot(tx, { functionId, key, intervalMs, burst }, now);
}

/** Begins with its limit, so that whoever counts the runs that hold it needs nothing else. */
function concurrencyKey(functionId: string, limit: ConcurrencyLimit, event: unknown): string {
  const owner = limit.scope === "fn" ? functionId : "";
  return [limit.limit, owner, limit.expression, evaluateKey(limit.key, event)].join("|");
}

/** How many runs may hold a concurrency key at a time. */
export function concurrencyLimitOf(key: string): number {
  return Number(key.slice(0, key.indexOf("|")));
}

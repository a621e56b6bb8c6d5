import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { type JobEventPayload, jobRuns, jobThrottles } from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";
import { active } from "./job-runs";

export type NewRun = {
  readonly functionId: string;
  readonly event: JobEventPayload;
  readonly eventId: string | null;
  readonly requestId: string | null;
  readonly runAt: Date;
  readonly createdAt: Date;
  readonly concurrencyKeys: string[];
  readonly idempotencyKey: string | null;
  readonly singletonKey: string | null;
  readonly debounceKey: string | null;
  readonly parentRunId: string | null;
  readonly parentStepHash: string | null;
};

/** Adds runs, in one statement; a function that has a run for an event gets no second one. */
export async function insertRuns(tx: SystemTx, runs: readonly NewRun[]): Promise<void> {
  if (runs.length === 0) return;
  await tx.db
    .insert(jobRuns)
    .values(runs.map((run) => ({ ...run, status: "queued" as const })))
    .onConflictDoNothing({ target: [jobRuns.functionId, jobRuns.eventId] });
}

export async function hasRunWithIdempotencyKey(
  tx: SystemTx,
  functionId: string,
  key: string,
  since: Date,
): Promise<boolean> {
  const rows = await tx.db
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(
      and(
        eq(jobRuns.functionId, functionId),
        eq(jobRuns.idempotencyKey, key),
        gt(jobRuns.createdAt, since),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export async function hasActiveSingleton(
  tx: SystemTx,
  functionId: string,
  key: string,
): Promise<boolean> {
  const rows = await tx.db
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(and(eq(jobRuns.functionId, functionId), eq(jobRuns.singletonKey, key), active))
    .limit(1);
  return rows.length > 0;
}

/** Of these runs' debounces those that a run waits out already, as `debounceName` calls them. */
export async function waitingDebounces(
  tx: SystemTx,
  runs: readonly NewRun[],
): Promise<Set<string>> {
  if (runs.length === 0) return new Set();
  const keys = [...new Set(runs.map((run) => run.debounceKey ?? ""))];
  const waiting = await tx.db
    .select({ functionId: jobRuns.functionId, debounceKey: jobRuns.debounceKey })
    .from(jobRuns)
    .where(
      and(
        inArray(jobRuns.functionId, [...new Set(runs.map((run) => run.functionId))]),
        inArray(jobRuns.debounceKey, keys),
        eq(jobRuns.status, "queued"),
        isNull(jobRuns.startedAt),
      ),
    );
  return new Set(waiting.map(debounceName));
}

export function debounceName(run: Pick<NewRun, "functionId" | "debounceKey">): string {
  return `${run.functionId} ${run.debounceKey}`;
}

/**
 * Gives the run that still waits out its debounce the newer event and the later start.
 * False when there is none.
 */
export async function postponeDebounced(
  tx: SystemTx,
  run: NewRun,
  delay: { readonly periodMs: number; readonly timeoutMs: number | null },
): Promise<boolean> {
  const [waiting] = await tx.db
    .select({ id: jobRuns.id, createdAt: jobRuns.createdAt })
    .from(jobRuns)
    .where(
      and(
        eq(jobRuns.functionId, run.functionId),
        eq(jobRuns.debounceKey, run.debounceKey ?? ""),
        eq(jobRuns.status, "queued"),
        isNull(jobRuns.startedAt),
      ),
    )
    .limit(1)
    .for("update");
  if (!waiting) return false;
  const latest =
    delay.timeoutMs === null
      ? Number.POSITIVE_INFINITY
      : waiting.createdAt.getTime() + delay.timeoutMs;
  const runAt = new Date(Math.min(run.createdAt.getTime() + delay.periodMs, latest));
  const { event, eventId, requestId, concurrencyKeys } = run;
  await tx.db
    .update(jobRuns)
    .set({ event, eventId, requestId, concurrencyKeys, runAt })
    .where(eq(jobRuns.id, waiting.id));
  return true;
}

/** The next free start of a throttled function, taken: first come, first served. */
export async function takeThrottleSlot(
  tx: SystemTx,
  throttle: {
    readonly functionId: string;
    readonly key: string;
    readonly intervalMs: number;
    readonly burst: number;
  },
  now: Date,
): Promise<Date> {
  const { functionId, key, intervalMs, burst } = throttle;
  const [window] = await tx.db
    .select({ nextAt: jobThrottles.nextAt })
    .from(jobThrottles)
    .where(and(eq(jobThrottles.functionId, functionId), eq(jobThrottles.key, key)))
    .for("update");
  const arrival = Math.max(now.getTime(), window?.nextAt.getTime() ?? 0);
  const nextAt = new Date(arrival + intervalMs);
  await tx.db
    .insert(jobThrottles)
    .values({ functionId, key, nextAt })
    .onConflictDoUpdate({ target: [jobThrottles.functionId, jobThrottles.key], set: { nextAt } });
  return new Date(Math.max(now.getTime(), arrival - (burst - 1) * intervalMs));
}

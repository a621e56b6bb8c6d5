import {
  and,
  arrayOverlaps,
  asc,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { announceJobEvent } from "@/db/job-wake";
import {
  type JobError,
  type JobEventPayload,
  jobDeadLetters,
  jobEvents,
  jobRuns,
  jobSteps,
  jobThrottles,
} from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";
import { settleStep } from "./job-steps";

/** Any number that no other advisory lock of ours has. */
const SCHEDULER_LOCK = 7_031_964_221;

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

export type ClaimedRun = {
  readonly id: string;
  readonly functionId: string;
  readonly event: JobEventPayload;
  readonly requestId: string | null;
  readonly attempt: number;
};

/** Another process has taken the run over, or it was cancelled: what we know of it is void. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

const active = inArray(jobRuns.status, ["queued", "waiting", "running"]);

/** One dispatcher at a time over all processes, until the end of the transaction. */
export async function lockScheduler(tx: SystemTx): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(SCHEDULER_LOCK))})`);
}

/** False when this function already has a run for this event. */
export async function insertRun(tx: SystemTx, run: NewRun): Promise<boolean> {
  const rows = await tx.db
    .insert(jobRuns)
    .values({ ...run, status: "queued" })
    .onConflictDoNothing({ target: [jobRuns.functionId, jobRuns.eventId] })
    .returning({ id: jobRuns.id });
  return rows.length > 0;
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

export function cancelSingleton(tx: SystemTx, functionId: string, key: string, now: Date) {
  return cancelWhere(
    tx,
    and(eq(jobRuns.functionId, functionId), eq(jobRuns.singletonKey, key)),
    now,
  );
}

/** Cancels the runs of a function whose own event contains `pattern`. */
export function cancelMatchingRuns(
  tx: SystemTx,
  match: {
    readonly functionId: string;
    readonly pattern: Record<string, unknown>;
    readonly createdBefore: Date;
    readonly createdAfter: Date | null;
  },
  now: Date,
): Promise<number> {
  return cancelWhere(
    tx,
    and(
      eq(jobRuns.functionId, match.functionId),
      lte(jobRuns.createdAt, match.createdBefore),
      match.createdAfter ? gt(jobRuns.createdAt, match.createdAfter) : undefined,
      sql`${jobRuns.event} @> ${JSON.stringify(match.pattern)}::jsonb`,
    ),
    now,
  );
}

async function cancelWhere(tx: SystemTx, where: SQL | undefined, now: Date): Promise<number> {
  const cancelled = await tx.db
    .update(jobRuns)
    .set({ status: "cancelled", finishedAt: now, leaseOwner: null, leaseUntil: null, runAt: null })
    .where(and(where, active))
    .returning({ parentRunId: jobRuns.parentRunId, parentStepHash: jobRuns.parentStepHash });
  const error = { name: "Error", message: "The invoked run was cancelled." };
  for (const run of cancelled) await settleParent(tx, run, { error }, now);
  return cancelled.length;
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

/**
 * Leases due runs to `owner`, oldest first, skipping those whose concurrency key is at its
 * limit. A run whose lease has lapsed is due again: its process is gone.
 */
export async function claimRuns(
  tx: SystemTx,
  claim: {
    readonly owner: string;
    readonly leaseSeconds: number;
    readonly functionIds: readonly string[];
    readonly limit: number;
    readonly limitOf: (concurrencyKey: string) => number;
  },
  now: Date,
): Promise<ClaimedRun[]> {
  if (claim.limit <= 0 || claim.functionIds.length === 0) return [];
  const used = await runningPerKey(tx);
  const full = [...used].filter(([key, n]) => n >= claim.limitOf(key)).map(([key]) => key);
  const due = await tx.db
    .select()
    .from(jobRuns)
    .where(
      and(
        inArray(jobRuns.functionId, [...claim.functionIds]),
        or(
          and(inArray(jobRuns.status, ["queued", "waiting"]), lte(jobRuns.runAt, now)),
          and(eq(jobRuns.status, "running"), lt(jobRuns.leaseUntil, sql`now()`)),
        ),
        full.length > 0 ? not(arrayOverlaps(jobRuns.concurrencyKeys, full)) : undefined,
      ),
    )
    .orderBy(asc(jobRuns.runAt), asc(jobRuns.createdAt))
    .limit(claim.limit * 4)
    .for("update", { skipLocked: true });
  const picked = due
    .filter((run) => takeKeys(run.concurrencyKeys, used, claim.limitOf))
    .slice(0, claim.limit);
  if (picked.length === 0) return [];
  await tx.db
    .update(jobRuns)
    .set({
      status: "running",
      leaseOwner: claim.owner,
      leaseUntil: leaseEnd(claim.leaseSeconds),
      startedAt: sql`coalesce(${jobRuns.startedAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(
      inArray(
        jobRuns.id,
        picked.map((run) => run.id),
      ),
    );
  return picked.map(({ id, functionId, event, requestId, attempt }) => ({
    id,
    functionId,
    event,
    requestId,
    attempt,
  }));
}

async function runningPerKey(tx: SystemTx): Promise<Map<string, number>> {
  const key = sql<string>`unnest(${jobRuns.concurrencyKeys})`;
  const rows = await tx.db
    .select({ key, n: count() })
    .from(jobRuns)
    .where(and(eq(jobRuns.status, "running"), sql`${jobRuns.leaseUntil} >= now()`))
    .groupBy(sql`1`);
  return new Map(rows.map((row) => [row.key, row.n]));
}

function takeKeys(
  keys: readonly string[],
  used: Map<string, number>,
  limitOf: (key: string) => number,
): boolean {
  if (keys.some((key) => (used.get(key) ?? 0) >= limitOf(key))) return false;
  for (const key of keys) used.set(key, (used.get(key) ?? 0) + 1);
  return true;
}

function leaseEnd(seconds: number): SQL {
  return sql`now() + make_interval(secs => ${seconds})`;
}

/** Prolongs the leases of runs that `owner` is working on. */
export async function prolongLeases(
  tx: SystemTx,
  lease: {
    readonly owner: string;
    readonly runIds: readonly string[];
    readonly leaseSeconds: number;
  },
): Promise<void> {
  await tx.db
    .update(jobRuns)
    .set({ leaseUntil: leaseEnd(lease.leaseSeconds) })
    .where(
      and(
        inArray(jobRuns.id, [...lease.runIds]),
        eq(jobRuns.leaseOwner, lease.owner),
        eq(jobRuns.status, "running"),
      ),
    );
}

/** Locks the run's row. Throws LeaseLost when it is no longer `owner`'s. */
export async function lockOwnRun(tx: SystemTx, runId: string, owner: string): Promise<void> {
  const rows = await tx.db
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(and(eq(jobRuns.id, runId), eq(jobRuns.leaseOwner, owner), eq(jobRuns.status, "running")))
    .for("update");
  if (rows.length === 0) throw new LeaseLost(`Run ${runId} is no longer ours.`);
}

const NO_LEASE = { leaseOwner: null, leaseUntil: null } as const;

/** Puts a run of ours back: due at `runAt`, with this many failed tries of its next step. */
export async function requeueRun(
  tx: SystemTx,
  runId: string,
  next: { readonly runAt: Date; readonly attempt: number; readonly error: JobError | null },
): Promise<void> {
  await tx.db
    .update(jobRuns)
    .set({ ...NO_LEASE, ...next, status: "queued" })
    .where(eq(jobRuns.id, runId));
}

/** The next step came through: its failed tries are forgotten. */
export async function resetAttempts(tx: SystemTx, runId: string): Promise<void> {
  await tx.db.update(jobRuns).set({ attempt: 0, error: null }).where(eq(jobRuns.id, runId));
}

/**
 * Puts a run of ours to rest until the first of its open steps is due. What was settled
 * since it was read last is seen here, because the row is locked: no wake is lost.
 */
export async function suspendRun(tx: SystemTx, runId: string, now: Date): Promise<void> {
  const open = await tx.db
    .select({ dueAt: jobSteps.dueAt })
    .from(jobSteps)
    .where(and(eq(jobSteps.runId, runId), inArray(jobSteps.status, ["planned", "pending"])));
  const due = open.flatMap((step) => (step.dueAt ? [step.dueAt.getTime()] : []));
  const runAt = open.length === 0 ? now : due.length > 0 ? new Date(Math.min(...due)) : null;
  await tx.db
    .update(jobRuns)
    .set({ ...NO_LEASE, status: open.length === 0 ? "queued" : "waiting", runAt })
    .where(eq(jobRuns.id, runId));
}

/** Ends a run of ours well, and hands its output to the run that invoked it. */
export async function completeRun(
  tx: SystemTx,
  runId: string,
  output: unknown,
  now: Date,
): Promise<void> {
  const [run] = await tx.db
    .update(jobRuns)
    .set({
      ...NO_LEASE,
      status: "completed",
      output: { value: output },
      error: null,
      runAt: null,
      finishedAt: now,
    })
    .where(eq(jobRuns.id, runId))
    .returning({ parentRunId: jobRuns.parentRunId, parentStepHash: jobRuns.parentStepHash });
  if (run) await settleParent(tx, run, { value: output }, now);
}

/**
 * Ends a run of ours badly: tells the run that invoked it, otherwise keeps it as a dead
 * letter; and sends `inngest/function.failed`, which starts the function's `onFailure`.
 */
export async function failRun(
  tx: SystemTx,
  runId: string,
  error: JobError,
  now: Date,
): Promise<void> {
  const [run] = await tx.db
    .update(jobRuns)
    .set({ ...NO_LEASE, status: "failed", error, runAt: null, finishedAt: now })
    .where(eq(jobRuns.id, runId))
    .returning();
  if (!run) return;
  if (run.parentRunId) await settleParent(tx, run, { error }, now);
  else {
    const fields = { error, diedAt: now, resolution: null, resolvedAt: null };
    await tx.db
      .insert(jobDeadLetters)
      .values({ runId, functionId: run.functionId, ...fields })
      .onConflictDoUpdate({ target: jobDeadLetters.runId, set: fields });
  }
  await tx.db.insert(jobEvents).values({
    name: "inngest/function.failed",
    data: { function_id: run.functionId, run_id: runId, error, event: run.event },
    requestId: run.requestId,
  });
  announceJobEvent();
}

async function settleParent(
  tx: SystemTx,
  run: { readonly parentRunId: string | null; readonly parentStepHash: string | null },
  result: { readonly value: unknown } | { readonly error: JobError },
  now: Date,
): Promise<void> {
  if (run.parentRunId === null || run.parentStepHash === null) return;
  await settleStep(tx, run.parentRunId, run.parentStepHash, result, now);
}

/** Gives back the leases of `owner`, or of everyone: only when no other process can be alive. */
export async function releaseLeases(
  tx: SystemTx,
  owner: string | "everyone",
  now: Date,
): Promise<number> {
  const rows = await tx.db
    .update(jobRuns)
    .set({ ...NO_LEASE, status: "queued", runAt: now })
    .where(
      and(
        eq(jobRuns.status, "running"),
        owner === "everyone" ? isNotNull(jobRuns.leaseOwner) : eq(jobRuns.leaseOwner, owner),
      ),
    )
    .returning({ id: jobRuns.id });
  return rows.length;
}

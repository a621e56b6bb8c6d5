import { and, eq, gt, inArray, lte, type SQL, sql } from "drizzle-orm";
import { announceJobEvent } from "@/db/job-wake";
import { type JobError, jobDeadLetters, jobEvents, jobRuns, jobSteps } from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";
import { LeaseLost, NO_LEASE } from "./job-leases";
import { settleStep } from "./job-steps";

/** Begun or to begin; nothing has ended it. */
export const active = inArray(jobRuns.status, ["queued", "waiting", "running"]);

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

/**
 * Ends a run of `owner`'s well, and hands its output to the run that invoked it. Throws
 * LeaseLost.
 */
export async function completeRun(
  tx: SystemTx,
  { runId, owner }: { readonly runId: string; readonly owner: string },
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
    .where(and(eq(jobRuns.id, runId), eq(jobRuns.leaseOwner, owner), eq(jobRuns.status, "running")))
    .returning({ parentRunId: jobRuns.parentRunId, parentStepHash: jobRuns.parentStepHash });
  if (!run) throw new LeaseLost(`Run ${runId} is no longer ours.`);
  await settleParent(tx, run, { value: output }, now);
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

async function settleParent(
  tx: SystemTx,
  run: { readonly parentRunId: string | null; readonly parentStepHash: string | null },
  result: { readonly value: unknown } | { readonly error: JobError },
  now: Date,
): Promise<void> {
  if (run.parentRunId === null || run.parentStepHash === null) return;
  await settleStep(tx, run.parentRunId, run.parentStepHash, result, now);
}

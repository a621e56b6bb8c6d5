import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import {
  type JobError,
  type JobEventPayload,
  type JobResult,
  jobRuns,
  jobSteps,
} from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";
import { LeaseLost } from "./job-leases";

export type JobStep = typeof jobSteps.$inferSelect;
export type StepKind = JobStep["kind"];

export type OpenStep = {
  readonly stepHash: string;
  readonly kind: StepKind;
  readonly name: string;
  readonly status: "planned" | "pending";
  readonly dueAt: Date | null;
  readonly eventName?: string;
  readonly eventPattern?: Record<string, unknown>;
};

export type StepResult = { readonly value: unknown } | { readonly error: JobError };

const INVOKE_TIMED_OUT: JobError = {
  name: "InngestInvokeTimeoutError",
  message: "The invoked function did not finish in time.",
};

/** Ends what time has ended, then returns every step in the order of completion, open ones last. */
export async function settleDueSteps(tx: SystemTx, runId: string, now: Date): Promise<JobStep[]> {
  const due = await tx.db
    .select()
    .from(jobSteps)
    .where(and(eq(jobSteps.runId, runId), eq(jobSteps.status, "pending"), lte(jobSteps.dueAt, now)))
    .orderBy(asc(jobSteps.dueAt));
  for (const step of due) {
    const result = step.kind === "invoke" ? { error: INVOKE_TIMED_OUT } : { value: null };
    await settleStep(tx, runId, step.stepHash, result, now);
  }
  return tx.db
    .select()
    .from(jobSteps)
    .where(eq(jobSteps.runId, runId))
    .orderBy(sql`${jobSteps.seq} asc nulls last`);
}

/** Adds steps that the function wants; returns the hashes of those that are new. */
export async function insertOpenSteps(
  tx: SystemTx,
  runId: string,
  steps: readonly OpenStep[],
): Promise<string[]> {
  if (steps.length === 0) return [];
  const rows = await tx.db
    .insert(jobSteps)
    .values(steps.map((step) => ({ ...step, runId })))
    .onConflictDoNothing()
    .returning({ stepHash: jobSteps.stepHash });
  return rows.map((row) => row.stepHash);
}

export type ExecutedStep = {
  readonly stepHash: string;
  readonly name: string;
  readonly result: StepResult;
  readonly durationMs: number;
};

/**
 * Memoises the results of executed steps, in their order, of a run that is `owner`'s, and forgets
 * the failed tries before them; with an `output` the run ends well by it. One statement, so that
 * it is whole without a transaction around it. Throws LeaseLost.
 */
export async function recordSteps(
  tx: SystemTx,
  { runId, owner }: { readonly runId: string; readonly owner: string },
  steps: readonly ExecutedStep[],
  end: { readonly output: unknown } | null,
  now: Date,
): Promise<void> {
  const finishedAt = sql`${now.toISOString()}::timestamptz`;
  const change =
    end === null
      ? sql`attempt = 0, error = null
          where id in (select id from own) and (attempt <> 0 or error is not null)`
      : sql`attempt = 0, error = null, status = 'completed', lease_owner = null,
          lease_until = null, run_at = null, finished_at = ${finishedAt},
          output = ${JSON.stringify({ value: end.output })}::jsonb
          where id in (select id from own)`;
  const records = steps.map(({ result, ...step }, place) => ({
    ...{ step_hash: step.stepHash, name: step.name, duration_ms: step.durationMs, place },
    ...outcomeFields(result),
  }));
  const written = await tx.db.execute(sql`
    with own as (
      select id from ${jobRuns}
      where id = ${runId}::uuid and lease_owner = ${owner} and status = 'running'
      for update
    ), changed as (
      update ${jobRuns} set ${change}
    )
    insert into ${jobSteps}
      (run_id, step_hash, name, kind, status, result, error, seq, duration_ms, finished_at)
    select own.id, step_hash, name, 'run', status, result, error, ${nextSeq(runId)} + place,
      duration_ms, ${finishedAt}
    from own, json_to_recordset(${JSON.stringify(records)}::json) as step (
      step_hash text, name text, status text, result jsonb, error jsonb, duration_ms integer,
      place integer)
    on conflict (run_id, step_hash) do update set
      status = excluded.status, result = excluded.result, error = excluded.error,
      seq = excluded.seq, duration_ms = excluded.duration_ms, finished_at = excluded.finished_at
    returning run_id`);
  if (rows(written).length === 0) throw new LeaseLost(`Run ${runId} is no longer ours.`);
}

/** A planned step failed and will be tried again at `dueAt`. */
export async function postponeStep(
  tx: SystemTx,
  runId: string,
  stepHash: string,
  retry: { readonly attempt: number; readonly dueAt: Date; readonly error: JobError },
): Promise<void> {
  await tx.db
    .update(jobSteps)
    .set(retry)
    .where(and(eq(jobSteps.runId, runId), eq(jobSteps.stepHash, stepHash)));
}

/** Ends a pending sleep, wait or invoke, and makes its run due. */
export async function settleStep(
  tx: SystemTx,
  runId: string,
  stepHash: string,
  result: StepResult,
  now: Date,
): Promise<boolean> {
  // The run's row first: a run that is being put to rest must not miss this.
  await tx.db.select({ id: jobRuns.id }).from(jobRuns).where(eq(jobRuns.id, runId)).for("update");
  const settled = await tx.db
    .update(jobSteps)
    .set({ ...outcomeFields(result), seq: nextSeq(runId), finishedAt: now })
    .where(
      and(
        eq(jobSteps.runId, runId),
        eq(jobSteps.stepHash, stepHash),
        eq(jobSteps.status, "pending"),
      ),
    )
    .returning({ stepHash: jobSteps.stepHash });
  if (settled.length === 0) return false;
  await tx.db
    .update(jobRuns)
    .set({ status: "queued", runAt: now })
    .where(and(eq(jobRuns.id, runId), eq(jobRuns.status, "waiting")));
  return true;
}

/** Which of these events some run waits for. */
export async function waitedEvents(
  tx: SystemTx,
  names: readonly string[],
): Promise<ReadonlySet<string | null>> {
  const waits = await tx.db
    .selectDistinct({ name: jobSteps.eventName })
    .from(jobSteps)
    .where(
      and(
        eq(jobSteps.status, "pending"),
        eq(jobSteps.kind, "wait"),
        inArray(jobSteps.eventName, [...names]),
      ),
    );
  return new Set(waits.map((wait) => wait.name));
}

/** Ends every wait that this event answers; returns how many. */
export async function settleWaits(
  tx: SystemTx,
  event: JobEventPayload,
  now: Date,
): Promise<number> {
  const waits = await tx.db
    .select({ runId: jobSteps.runId, stepHash: jobSteps.stepHash })
    .from(jobSteps)
    .innerJoin(jobRuns, eq(jobRuns.id, jobSteps.runId))
    .where(
      and(
        eq(jobSteps.status, "pending"),
        eq(jobSteps.kind, "wait"),
        eq(jobSteps.eventName, event.name),
        inArray(jobRuns.status, ["queued", "waiting", "running"]),
        sql`${JSON.stringify(event)}::jsonb @> ${jobSteps.eventPattern}`,
      ),
    );
  let settled = 0;
  for (const { runId, stepHash } of waits) {
    if (await settleStep(tx, runId, stepHash, { value: event }, now)) settled += 1;
  }
  return settled;
}

function outcomeFields(result: StepResult): {
  status: "done" | "failed";
  result: JobResult | null;
  error: JobError | null;
} {
  return "error" in result
    ? { status: "failed", result: null, error: result.error }
    : { status: "done", result: { value: result.value }, error: null };
}

function nextSeq(runId: string) {
  return sql<number>`(select coalesce(max(s.seq), -1) + 1 from job_steps s where s.run_id = ${runId})`;
}

import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import { type PageOf, pageOf, rowsAfter } from "@/db/rows-after";
import { type JobError, jobDeadLetters, jobRuns, jobSteps } from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";
import { withoutParameters } from "@/lib/redact";
import type { JobRunStatus } from "./jobs";

/** Name and first line; never the values of a query or a stack. */
export type ShownJobError = { readonly name: string; readonly message: string };

export type JobRunItem = {
  readonly id: string;
  readonly functionId: string;
  readonly status: JobRunStatus;
  /** Failed tries of the step that comes next. */
  readonly attempt: number;
  /** Twelve digits of the SHA-256 of what it was started with: equal inputs show, their content does not. */
  readonly inputHash: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** When it is next due; null when it ended, is being worked on, or waits for an event. */
  readonly runAt: Date | null;
  readonly error: ShownJobError | null;
  readonly stepsDone: number;
};

export type JobStepItem = {
  readonly name: string;
  readonly kind: (typeof jobSteps.$inferSelect)["kind"];
  readonly status: (typeof jobSteps.$inferSelect)["status"];
  readonly attempt: number;
  readonly durationMs: number | null;
  readonly dueAt: Date | null;
  readonly finishedAt: Date | null;
  readonly error: ShownJobError | null;
};

export type DeadLetterState = "open" | "retried" | "discarded";

export type DeadLetterItem = {
  readonly runId: string;
  readonly functionId: string;
  readonly inputHash: string;
  readonly error: ShownJobError;
  readonly diedAt: Date;
  readonly state: DeadLetterState;
  readonly resolvedAt: Date | null;
};

export type JobFunctionState = {
  readonly functionId: string;
  readonly runs: Readonly<Record<JobRunStatus, number>>;
  /** When the run that has been due longest became due; null when none is. */
  readonly oldestReadyAt: Date | null;
  readonly openDeadLetters: number;
};

type PageRequest = { readonly cursor: string | null; readonly limit: number };

/** The request that caused a run differs each time; what it was asked to do is the rest. */
const inputHash = sql<string>`left(encode(sha256(convert_to(
  ((coalesce(${jobRuns.event} -> 'data', '{}'::jsonb)) - 'requestId')::text, 'UTF8')), 'hex'), 12)`;

const RUN_COLUMNS = {
  id: jobRuns.id,
  functionId: jobRuns.functionId,
  status: jobRuns.status,
  attempt: jobRuns.attempt,
  inputHash,
  createdAt: jobRuns.createdAt,
  startedAt: jobRuns.startedAt,
  finishedAt: jobRuns.finishedAt,
  runAt: jobRuns.runAt,
  error: jobRuns.error,
  stepsDone: sql<number>`(
    select count(*)::int from ${jobSteps}
    where ${jobSteps.runId} = ${jobRuns.id} and ${jobSteps.status} = 'done'
  )`,
};

/** One page of runs, the newest first; `cursor` is the id of the last run of the page before. */
export async function jobRunPage(
  tx: SystemTx,
  request: PageRequest & {
    readonly functionId: string | null;
    readonly status: JobRunStatus | null;
  },
): Promise<PageOf<JobRunItem>> {
  const { functionId, status, cursor, limit } = request;
  const found = await tx.db
    .select(RUN_COLUMNS)
    .from(jobRuns)
    .where(
      and(
        functionId === null ? undefined : eq(jobRuns.functionId, functionId),
        status === null ? undefined : eq(jobRuns.status, status),
        rowsAfter(cursor, jobRuns, jobRuns.createdAt, jobRuns.id),
      ),
    )
    .orderBy(desc(jobRuns.createdAt), desc(jobRuns.id))
    .limit(limit + 1);
  return pageOf(found.map(shownRun), limit, (run) => run.id);
}

/** A run with its steps in the order in which they ended; null when there is none. */
export async function jobRunDetail(
  tx: SystemTx,
  runId: string,
): Promise<{ readonly run: JobRunItem; readonly steps: JobStepItem[] } | null> {
  const [run] = await tx.db.select(RUN_COLUMNS).from(jobRuns).where(eq(jobRuns.id, runId));
  if (!run) return null;
  const steps = await tx.db
    .select({
      name: jobSteps.name,
      kind: jobSteps.kind,
      status: jobSteps.status,
      attempt: jobSteps.attempt,
      durationMs: jobSteps.durationMs,
      dueAt: jobSteps.dueAt,
      finishedAt: jobSteps.finishedAt,
      error: jobSteps.error,
    })
    .from(jobSteps)
    .where(eq(jobSteps.runId, runId))
    .orderBy(sql`${jobSteps.seq} asc nulls last`, asc(jobSteps.name));
  return {
    run: shownRun(run),
    steps: steps.map((step) => ({ ...step, error: shownError(step.error) })),
  };
}

/** One page of runs that gave up, the newest first; `cursor` is the run of the last one before. */
export async function deadLetterPage(
  tx: SystemTx,
  request: PageRequest & {
    readonly functionId: string | null;
    readonly state: DeadLetterState;
  },
): Promise<PageOf<DeadLetterItem>> {
  const { functionId, state, cursor, limit } = request;
  const found = await tx.db
    .select({
      runId: jobDeadLetters.runId,
      functionId: jobDeadLetters.functionId,
      inputHash,
      error: jobDeadLetters.error,
      diedAt: jobDeadLetters.diedAt,
      resolution: jobDeadLetters.resolution,
      resolvedAt: jobDeadLetters.resolvedAt,
    })
    .from(jobDeadLetters)
    .innerJoin(jobRuns, eq(jobRuns.id, jobDeadLetters.runId))
    .where(
      and(
        functionId === null ? undefined : eq(jobDeadLetters.functionId, functionId),
        state === "open" ? isNull(jobDeadLetters.resolvedAt) : eq(jobDeadLetters.resolution, state),
        rowsAfter(cursor, jobDeadLetters, jobDeadLetters.diedAt, jobDeadLetters.runId),
      ),
    )
    .orderBy(desc(jobDeadLetters.diedAt), desc(jobDeadLetters.runId))
    .limit(limit + 1);
  const items = found.map(({ resolution, error, ...letter }) => ({
    ...letter,
    error: shownError(error) ?? { name: "Error", message: "" },
    state: resolution ?? ("open" as const),
  }));
  return pageOf(items, limit, (letter) => letter.runId);
}

/** Every function that has left a run, with how its runs stand. */
export async function jobFunctionStates(tx: SystemTx, now: Date): Promise<JobFunctionState[]> {
  const due = sql`${jobRuns.status} in ('queued', 'waiting') and ${jobRuns.runAt} <= ${now.toISOString()}::timestamptz`;
  const runs = await tx.db
    .select({
      functionId: jobRuns.functionId,
      status: jobRuns.status,
      n: count(),
      oldestReadyAt: sql<Date | null>`min(${jobRuns.runAt}) filter (where ${due})`.mapWith(
        jobRuns.runAt,
      ),
    })
    .from(jobRuns)
    .groupBy(jobRuns.functionId, jobRuns.status);
  const dead = await tx.db
    .select({ functionId: jobDeadLetters.functionId, n: count() })
    .from(jobDeadLetters)
    .where(isNull(jobDeadLetters.resolvedAt))
    .groupBy(jobDeadLetters.functionId);
  const ids = [...new Set(runs.map((row) => row.functionId))].sort();
  return ids.map((functionId) => {
    const own = runs.filter((row) => row.functionId === functionId);
    const ready = own.flatMap((row) => (row.oldestReadyAt ? [row.oldestReadyAt.getTime()] : []));
    return {
      functionId,
      runs: countsOf(own),
      oldestReadyAt: ready.length > 0 ? new Date(Math.min(...ready)) : null,
      openDeadLetters: dead.find((row) => row.functionId === functionId)?.n ?? 0,
    };
  });
}

function countsOf(rows: readonly { readonly status: JobRunStatus; readonly n: number }[]) {
  const counts = { queued: 0, waiting: 0, running: 0, completed: 0, failed: 0, cancelled: 0 };
  for (const { status, n } of rows) counts[status] += n;
  return counts;
}

function shownRun<Run extends { readonly error: JobError | null }>(run: Run) {
  return { ...run, error: shownError(run.error) };
}

const LONGEST_MESSAGE = 200;

function shownError(error: JobError): ShownJobError;
function shownError(error: JobError | null): ShownJobError | null;
function shownError(error: JobError | null): ShownJobError | null {
  if (error === null) return null;
  const [line = ""] = withoutParameters(error.message).split("\n", 1);
  return { name: error.name, message: line.slice(0, LONGEST_MESSAGE) };
}

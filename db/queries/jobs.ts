import { and, count, desc, eq, inArray, isNull, lt, min, type SQL, sql } from "drizzle-orm";
import {
  type JobError,
  jobCrons,
  jobDeadLetters,
  jobEvents,
  jobRuns,
  jobSteps,
} from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";

export type JobRunStatus = (typeof jobRuns.$inferSelect)["status"];

export type JobRunSummary = {
  readonly id: string;
  readonly functionId: string;
  readonly status: JobRunStatus;
  readonly attempt: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** When it is next due; null when it ended, is being worked on, or waits for an event. */
  readonly runAt: Date | null;
  readonly error: JobError | null;
  readonly stepsDone: number;
};

export type DeadLetter = {
  readonly runId: string;
  readonly functionId: string;
  readonly error: JobError;
  readonly diedAt: Date;
};

export type JobQueueState = {
  readonly undispatchedEvents: number;
  readonly oldestUndispatchedAt: Date | null;
  readonly queued: number;
  readonly running: number;
  readonly waiting: number;
  readonly deadLetters: number;
  /** When the queued run that has been due longest became due; null when none is. */
  readonly oldestDueAt: Date | null;
  readonly nextCrons: readonly {
    readonly functionId: string;
    readonly expression: string;
    readonly nextAt: Date;
  }[];
};

/** The newest runs first. */
export async function listJobRuns(
  tx: SystemTx,
  filter: {
    readonly status?: JobRunStatus;
    readonly functionId?: string;
    readonly limit?: number;
  } = {},
): Promise<JobRunSummary[]> {
  const stepsDone = sql<number>`(
    select count(*)::int from ${jobSteps}
    where ${jobSteps.runId} = ${jobRuns.id} and ${jobSteps.status} = 'done'
  )`;
  const where: (SQL | undefined)[] = [
    filter.status ? eq(jobRuns.status, filter.status) : undefined,
    filter.functionId ? eq(jobRuns.functionId, filter.functionId) : undefined,
  ];
  return tx.db
    .select({
      id: jobRuns.id,
      functionId: jobRuns.functionId,
      status: jobRuns.status,
      attempt: jobRuns.attempt,
      createdAt: jobRuns.createdAt,
      startedAt: jobRuns.startedAt,
      finishedAt: jobRuns.finishedAt,
      runAt: jobRuns.runAt,
      error: jobRuns.error,
      stepsDone,
    })
    .from(jobRuns)
    .where(and(...where))
    .orderBy(desc(jobRuns.createdAt), desc(jobRuns.id))
    .limit(filter.limit ?? 50);
}

/** Open dead letters, the newest first. */
export async function listDeadLetters(tx: SystemTx, limit = 50): Promise<DeadLetter[]> {
  return tx.db
    .select({
      runId: jobDeadLetters.runId,
      functionId: jobDeadLetters.functionId,
      error: jobDeadLetters.error,
      diedAt: jobDeadLetters.diedAt,
    })
    .from(jobDeadLetters)
    .where(isNull(jobDeadLetters.resolvedAt))
    .orderBy(desc(jobDeadLetters.diedAt))
    .limit(limit);
}

export async function jobQueueState(tx: SystemTx, now: Date): Promise<JobQueueState> {
  const statuses = await tx.db
    .select({ status: jobRuns.status, n: count() })
    .from(jobRuns)
    .where(inArray(jobRuns.status, ["queued", "running", "waiting"]))
    .groupBy(jobRuns.status);
  const of = (status: JobRunStatus) => statuses.find((row) => row.status === status)?.n ?? 0;
  const [outbox] = await tx.db
    .select({ n: count(), oldest: min(jobEvents.createdAt) })
    .from(jobEvents)
    .where(isNull(jobEvents.dispatchedAt));
  const [dead] = await tx.db
    .select({ n: count() })
    .from(jobDeadLetters)
    .where(isNull(jobDeadLetters.resolvedAt));
  const [due] = await tx.db
    .select({ oldest: min(jobRuns.runAt) })
    .from(jobRuns)
    .where(and(inArray(jobRuns.status, ["queued", "waiting"]), lt(jobRuns.runAt, now)));
  return {
    undispatchedEvents: outbox?.n ?? 0,
    oldestUndispatchedAt: outbox?.oldest ?? null,
    queued: of("queued"),
    running: of("running"),
    waiting: of("waiting"),
    deadLetters: dead?.n ?? 0,
    oldestDueAt: due?.oldest ?? null,
    nextCrons: await tx.db.select().from(jobCrons).orderBy(jobCrons.nextAt),
  };
}

/** When the next run or cron is due; null when none is scheduled. */
export async function nextJobDueAt(tx: SystemTx): Promise<Date | null> {
  const [[run], [cron]] = await Promise.all([
    tx.db
      .select({ at: min(jobRuns.runAt) })
      .from(jobRuns)
      .where(inArray(jobRuns.status, ["queued", "waiting"])),
    tx.db.select({ at: min(jobCrons.nextAt) }).from(jobCrons),
  ]);
  const times = [run?.at, cron?.at].flatMap((at) => (at ? [at.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** Unfinished runs of functions that this build does not have, with their number. */
export async function orphanedFunctions(
  tx: SystemTx,
  known: readonly string[],
): Promise<{ readonly functionId: string; readonly runs: number }[]> {
  const rows = await tx.db
    .select({ functionId: jobRuns.functionId, runs: count() })
    .from(jobRuns)
    .where(inArray(jobRuns.status, ["queued", "waiting", "running"]))
    .groupBy(jobRuns.functionId);
  return rows.filter((row) => !known.includes(row.functionId));
}

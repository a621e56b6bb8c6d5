import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instantColumn as instant } from "./instant";

export type JobError = { name: string; message: string; stack?: string };

/** An event as functions get it. */
export type JobEventPayload = {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
};

/**
 * What a step or run returned. Boxed, because a bare JSON string in a jsonb column is
 * parsed a second time on the way out ("123" would come back as a number).
 */
export type JobResult = { value: unknown };

/** Events, written in the transaction of the data that they speak of (outbox), then dispatched. */
export const jobEvents = pgTable(
  "job_events",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Ascending order of arrival. */
    seq: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    /** The sender's id: a second event with the same one within 24 h is dropped. */
    dedupKey: text(),
    requestId: text(),
    createdAt: instant().notNull().defaultNow(),
    dispatchedAt: instant(),
    /** Until when one process has it in hand, on its way to an Inngest server. */
    leaseUntil: instant(),
  },
  (t) => [
    uniqueIndex("job_events_dedup").on(t.dedupKey),
    index("job_events_undispatched").on(t.seq).where(sql`dispatched_at is null`),
    index("job_events_created").on(t.createdAt),
  ],
);

export const jobRuns = pgTable(
  "job_runs",
  {
    id: uuid().primaryKey().defaultRandom(),
    functionId: text().notNull(),
    /** The outbox event that started it; null for cron and invoke. */
    eventId: uuid(),
    event: jsonb().$type<JobEventPayload>().notNull(),
    requestId: text(),
    status: text({
      enum: ["queued", "waiting", "running", "completed", "failed", "cancelled"],
    }).notNull(),
    /** Failed tries of the step that comes next; back to 0 when it succeeds. */
    attempt: integer().notNull().default(0),
    /** When it is next due; null while only an event or another run can wake it. */
    runAt: instant(),
    leaseOwner: text(),
    leaseUntil: instant(),
    concurrencyKeys: text().array().notNull().default([]),
    idempotencyKey: text(),
    singletonKey: text(),
    debounceKey: text(),
    /** Set when another run waits for this one's result (step.invoke). */
    parentRunId: uuid(),
    parentStepHash: text(),
    output: jsonb().$type<JobResult>(),
    /** The last failure: of a run that is being retried, or the one that ended it. */
    error: jsonb().$type<JobError>(),
    createdAt: instant().notNull().defaultNow(),
    startedAt: instant(),
    finishedAt: instant(),
  },
  (t) => [
    index("job_runs_due").on(t.runAt).where(sql`status in ('queued', 'waiting')`),
    index("job_runs_leased").on(t.leaseUntil).where(sql`status = 'running'`),
    index("job_runs_function").on(t.functionId, t.status),
    index("job_runs_idempotency").on(t.functionId, t.idempotencyKey),
    index("job_runs_finished").on(t.finishedAt),
    index("job_runs_created").on(t.createdAt),
    uniqueIndex("job_runs_once_per_event").on(t.functionId, t.eventId),
  ],
);

/** Memoised results: what is here is never run again. */
export const jobSteps = pgTable(
  "job_steps",
  {
    runId: uuid()
      .notNull()
      .references(() => jobRuns.id, { onDelete: "cascade" }),
    stepHash: text().notNull(),
    /** Place in the order of completion; null until then. */
    seq: integer(),
    kind: text({ enum: ["run", "sleep", "wait", "invoke"] }).notNull(),
    name: text().notNull(),
    /** planned = to be executed; pending = waits for time, an event or a run. */
    status: text({ enum: ["planned", "pending", "done", "failed"] }).notNull(),
    attempt: integer().notNull().default(0),
    result: jsonb().$type<JobResult>(),
    error: jsonb().$type<JobError>(),
    /** When a sleep ends, a wait times out or a retry is due. */
    dueAt: instant(),
    eventName: text(),
    /** What an event must contain (jsonb containment) to end the wait. */
    eventPattern: jsonb().$type<Record<string, unknown>>(),
    durationMs: integer(),
    finishedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.stepHash] }),
    index("job_steps_waits").on(t.eventName).where(sql`status = 'pending' and kind = 'wait'`),
  ],
);

export const jobCrons = pgTable(
  "job_crons",
  {
    functionId: text().notNull(),
    expression: text().notNull(),
    nextAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.functionId, t.expression] })],
);

/** When a throttled function may start its next run, per key (generic cell rate algorithm). */
export const jobThrottles = pgTable(
  "job_throttles",
  {
    functionId: text().notNull(),
    key: text().notNull(),
    /** The theoretical arrival time of the run after the last. */
    nextAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.functionId, t.key] })],
);

/** Work that gave up, kept with its cause until somebody retries or discards it. */
export const jobDeadLetters = pgTable(
  "job_dead_letters",
  {
    runId: uuid()
      .primaryKey()
      .references(() => jobRuns.id, { onDelete: "cascade" }),
    functionId: text().notNull(),
    error: jsonb().$type<JobError>().notNull(),
    diedAt: instant().notNull().defaultNow(),
    resolution: text({ enum: ["retried", "discarded"] }),
    resolvedAt: instant(),
  },
  (t) => [index("job_dead_letters_open").on(t.resolvedAt, t.diedAt)],
);

/** Counters of sign-in delays and of limits; `expire` is when one is forgotten. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: instant(),
});

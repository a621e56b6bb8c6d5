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
  },
  (t) => [
    uniqueIndex("job_events_dedup").on(t.dedupKey),
    index("job_events_undispatched").on(t.dispatchedAt, t.seq),
  ],
);

export const jobRuns = pgTable(
  "job_runs",
  {
    id: uuid().primaryKey().defaultRandom(),
    functionId: text().notNull(),
    eventId: uuid(),
    /** The triggering event(s), as the SDK gets them. */
    event: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text({
      enum: ["queued", "waiting", "running", "completed", "failed", "cancelled"],
    }).notNull(),
    attempt: integer().notNull().default(0),
    runAt: instant().notNull(),
    leaseOwner: text(),
    leaseUntil: instant(),
    concurrencyKey: text(),
    idempotencyKey: text(),
    singletonKey: text(),
    /** Set when another run waits for this one's result (step.invoke). */
    parentRunId: uuid(),
    parentStepHash: text(),
    output: jsonb().$type<unknown>(),
    error: jsonb().$type<{ name: string; message: string; stack?: string }>(),
    createdAt: instant().notNull().defaultNow(),
    startedAt: instant(),
    finishedAt: instant(),
  },
  (t) => [
    index("job_runs_due").on(t.status, t.runAt),
    index("job_runs_function").on(t.functionId, t.status),
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
    seq: integer().notNull(),
    kind: text({ enum: ["run", "sleep", "wait", "invoke"] }).notNull(),
    name: text().notNull(),
    status: text({ enum: ["planned", "pending", "done", "failed"] }).notNull(),
    attempt: integer().notNull().default(0),
    data: jsonb().$type<unknown>(),
    error: jsonb().$type<{ name: string; message: string; stack?: string }>(),
    /** When a sleep ends, a wait times out or a retry is due. */
    dueAt: instant(),
    eventName: text(),
    matchExpression: text(),
    durationMs: integer(),
    finishedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.stepHash] }),
    index("job_steps_due").on(t.status, t.dueAt),
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

/** Debounce and throttle windows, per function and key. */
export const jobWindows = pgTable(
  "job_windows",
  {
    functionId: text().notNull(),
    kind: text({ enum: ["debounce", "throttle"] }).notNull(),
    key: text().notNull(),
    startedAt: instant().notNull(),
    count: integer().notNull().default(0),
    runId: uuid(),
  },
  (t) => [primaryKey({ columns: [t.functionId, t.kind, t.key] })],
);

/** Work that gave up, kept with its cause until somebody retries or discards it. */
export const jobDeadLetters = pgTable(
  "job_dead_letters",
  {
    runId: uuid()
      .primaryKey()
      .references(() => jobRuns.id, { onDelete: "cascade" }),
    functionId: text().notNull(),
    error: jsonb().$type<{ name: string; message: string; stack?: string }>().notNull(),
    diedAt: instant().notNull().defaultNow(),
    resolution: text({ enum: ["retried", "discarded"] }),
    resolvedAt: instant(),
  },
  (t) => [index("job_dead_letters_open").on(t.resolvedAt, t.diedAt)],
);

/** Counters of the sign-in limiter (rate-limiter-flexible's layout). */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: instant(),
});

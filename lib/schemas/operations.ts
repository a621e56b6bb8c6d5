import { PROVIDERS } from "@/lib/training/source/providers";
import { z } from "./zod";

export const JOB_RUN_STATUSES = [
  "queued",
  "running",
  "waiting",
  "completed",
  "failed",
  "cancelled",
] as const;
export const DEAD_LETTER_STATES = ["open", "retried", "discarded"] as const;
export const WEBHOOK_STATUSES = ["waiting", "done", "ignored", "failed"] as const;

/** Rows of a page when nobody says, and at most. */
const PAGE_SIZE = 50;
const LARGEST_PAGE = 200;

const page = {
  /** Id of the last row of the page before. */
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(PAGE_SIZE),
};
const functionName = z
  .string()
  .max(100)
  .regex(/^[\w-]+$/, "must be the name of a function");

/** As in the address of the pages and of the API. */
export const jobRunsQuery = z.object({
  ...page,
  function: functionName.optional(),
  outcome: z.enum(JOB_RUN_STATUSES).optional(),
});
export const deadLettersQuery = z.object({
  ...page,
  function: functionName.optional(),
  state: z.enum(DEAD_LETTER_STATES).default("open"),
});
export const webhooksQuery = z.object({
  ...page,
  provider: z.enum(PROVIDERS).optional(),
  outcome: z.enum(WEBHOOK_STATUSES).optional(),
});
export const jobRunParams = z.object({ runId: z.uuid() });

const instant = z.date().transform((date) => date.toISOString());
const error = z.object({ name: z.string(), message: z.string() });

const jobRun = z.object({
  id: z.uuid(),
  functionId: z.string(),
  status: z.enum(JOB_RUN_STATUSES),
  attempt: z.number(),
  inputHash: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  runAt: instant.nullable(),
  error: error.nullable(),
  stepsDone: z.number(),
});
const nextCursor = z.uuid().nullable();

export const jobRunsBody = z.object({ items: z.array(jobRun), nextCursor });

export const jobRunBody = z.object({
  run: jobRun,
  steps: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(["run", "sleep", "wait", "invoke"]),
      status: z.enum(["planned", "pending", "done", "failed"]),
      attempt: z.number(),
      durationMs: z.number().nullable(),
      dueAt: instant.nullable(),
      finishedAt: instant.nullable(),
      error: error.nullable(),
    }),
  ),
});

export const deadLettersBody = z.object({
  items: z.array(
    z.object({
      runId: z.uuid(),
      functionId: z.string(),
      inputHash: z.string(),
      error,
      diedAt: instant,
      state: z.enum(DEAD_LETTER_STATES),
      resolvedAt: instant.nullable(),
    }),
  ),
  nextCursor,
});

export const settledBody = z.object({
  runId: z.uuid(),
  state: z.enum(["retried", "discarded"]),
});

export const jobsBody = z.object({
  queue: z.object({
    undispatchedEvents: z.number(),
    oldestUndispatchedAt: instant.nullable(),
    queued: z.number(),
    running: z.number(),
    waiting: z.number(),
    deadLetters: z.number(),
    oldestDueAt: instant.nullable(),
  }),
  items: z.array(
    z.object({
      functionId: z.string(),
      runs: z.record(z.enum(JOB_RUN_STATUSES), z.number()),
      oldestReadyAt: instant.nullable(),
      openDeadLetters: z.number(),
      /** When the clock starts it next; null when only events do. */
      nextAt: instant.nullable(),
    }),
  ),
});

const part = z.enum(["ok", "failing", "absent"]);

export const healthBody = z.object({
  status: z.enum(["ok", "degraded", "not_ready"]),
  parts: z.record(z.string(), part),
  queue: z.object({
    depth: z.number(),
    oldestReadyAt: instant.nullable(),
    deadLetters: z.number(),
  }),
  vendors: z.array(
    z.object({
      provider: z.enum(PROVIDERS),
      breaker: z.enum(["closed", "half_open", "open"]),
      retryAt: instant.nullable(),
      connected: z.number(),
      needReconnect: z.number(),
      oldestSuccessAt: instant.nullable(),
    }),
  ),
  disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  lastBackupAt: instant.nullable(),
  problems: z.array(z.string()),
});

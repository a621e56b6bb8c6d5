import type { DeadLetter, JobQueueState, JobRunSummary } from "@/db/queries/jobs";

export type JobsOverview = {
  readonly queue: JobQueueState;
  readonly runs: readonly JobRunSummary[];
  readonly deadLetters: readonly DeadLetter[];
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The queue, the newest runs and what gave up, for a terminal. */
export function formatJobs({ queue, runs, deadLetters }: JobsOverview, now: Date): string {
  const lines = [
    `Queue: ${queue.queued} queued, ${queue.running} running, ${queue.waiting} waiting, ${queue.undispatchedEvents} events to dispatch`,
    ...(queue.oldestDueAt ? [`The oldest has been due for ${span(queue.oldestDueAt, now)}.`] : []),
    ...queue.nextCrons.map((cron) => `Next ${cron.functionId}: in ${span(now, cron.nextAt)}`),
    "",
    runs.length === 0 ? "Nothing has run yet." : "Newest runs",
    ...runs.map((run) => `  ${runLine(run, now)}`),
    "",
    deadLetters.length === 0
      ? "Nothing gave up."
      : "Gave up (formline jobs retry RUN | discard RUN)",
    ...deadLetters.flatMap((letter) => [
      `  ${letter.runId}  ${letter.functionId}  ${span(letter.diedAt, now)} ago`,
      `      ${letter.error.name}: ${firstLine(letter.error.message)}`,
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function runLine(run: JobRunSummary, now: Date): string {
  const took = run.startedAt && run.finishedAt ? `took ${span(run.startedAt, run.finishedAt)}` : "";
  const parts = [
    run.status.padEnd(9),
    run.functionId,
    `${run.stepsDone} steps`,
    `${span(run.createdAt, now)} ago`,
    took,
    run.attempt > 0 ? `try ${run.attempt + 1}` : "",
    run.error ? firstLine(run.error.message) : "",
  ];
  return parts.filter((part) => part !== "").join("  ");
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? "";
}

/** The time from one instant to another in its largest unit: "12 ms", "45 s", "3 h". */
function span(from: Date, to: Date): string {
  const ms = Math.max(0, to.getTime() - from.getTime());
  if (ms < SECOND) return `${ms} ms`;
  if (ms < 2 * MINUTE) return `${Math.round(ms / SECOND)} s`;
  if (ms < 2 * HOUR) return `${Math.round(ms / MINUTE)} min`;
  if (ms < 2 * DAY) return `${Math.round(ms / HOUR)} h`;
  return `${Math.round(ms / DAY)} d`;
}

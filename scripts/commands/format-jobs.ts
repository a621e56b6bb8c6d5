import type { DeadLetter, JobQueueState, JobRunSummary } from "@/db/queries/jobs";
import { formatSpan } from "@/lib/dates/format-span";

export type JobsOverview = {
  readonly queue: JobQueueState;
  readonly runs: readonly JobRunSummary[];
  readonly deadLetters: readonly DeadLetter[];
};

/** The queue, the newest runs and what gave up, for a terminal. */
export function formatJobs({ queue, runs, deadLetters }: JobsOverview, now: Date): string {
  const lines = [
    `Queue: ${queue.queued} queued, ${queue.running} running, ${queue.waiting} waiting, ${queue.undispatchedEvents} events to dispatch`,
    ...(queue.oldestDueAt
      ? [`The oldest has been due for ${formatSpan(queue.oldestDueAt, now)}.`]
      : []),
    ...queue.nextCrons.map((cron) => `Next ${cron.functionId}: in ${formatSpan(now, cron.nextAt)}`),
    "",
    runs.length === 0 ? "Nothing has run yet." : "Newest runs",
    ...runs.map((run) => `  ${runLine(run, now)}`),
    "",
    deadLetters.length === 0
      ? "Nothing gave up."
      : "Gave up (formline jobs retry RUN | discard RUN)",
    ...deadLetters.flatMap((letter) => [
      `  ${letter.runId}  ${letter.functionId}  ${formatSpan(letter.diedAt, now)} ago`,
      `      ${letter.error.name}: ${firstLine(letter.error.message)}`,
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function runLine(run: JobRunSummary, now: Date): string {
  const took =
    run.startedAt && run.finishedAt ? `took ${formatSpan(run.startedAt, run.finishedAt)}` : "";
  const parts = [
    run.status.padEnd(9),
    run.functionId,
    `${run.stepsDone} steps`,
    `${formatSpan(run.createdAt, now)} ago`,
    took,
    run.attempt > 0 ? `try ${run.attempt + 1}` : "",
    run.error ? firstLine(run.error.message) : "",
  ];
  return parts.filter((part) => part !== "").join("  ");
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? "";
}

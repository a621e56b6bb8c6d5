import "server-only";
import { type JobFunctionState, jobFunctionStates } from "@/db/queries/job-pages";
import { type JobQueueState, jobQueueState } from "@/db/queries/jobs";
import type { AdminContext } from "@/lib/auth/context";

export type JobItem = JobFunctionState & {
  /** When the clock starts it next; null when only events do. */
  readonly nextAt: Date | null;
};

const NO_RUNS = { queued: 0, waiting: 0, running: 0, completed: 0, failed: 0, cancelled: 0 };

/** The queue, and every function that has left a run or has one to come. */
export async function listJobs(
  ctx: AdminContext,
): Promise<{ readonly queue: JobQueueState; readonly items: JobItem[] }> {
  const { queue, states } = await ctx.tx(async (tx) => ({
    queue: await jobQueueState(tx, ctx.now),
    states: await jobFunctionStates(tx, ctx.now),
  }));
  const nextAt = new Map(queue.nextCrons.map((cron) => [cron.functionId, cron.nextAt]));
  const ids = new Set([...states.map((state) => state.functionId), ...nextAt.keys()]);
  const items = [...ids].sort().map((functionId) => ({
    ...(states.find((state) => state.functionId === functionId) ?? {
      functionId,
      runs: NO_RUNS,
      oldestReadyAt: null,
      openDeadLetters: 0,
    }),
    nextAt: nextAt.get(functionId) ?? null,
  }));
  return { queue, items };
}

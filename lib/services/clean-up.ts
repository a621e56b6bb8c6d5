import "server-only";
import { pruneJobs, pruneRoutine } from "@/db/mutations/prune-jobs";
import { pruneRateLimits } from "@/db/mutations/rate-limits";
import { pruneSessions } from "@/db/mutations/sessions";
import type { SystemContext } from "@/lib/auth/context";

const DAY_MS = 86_400_000;
const KEEP_JOBS_DAYS = 30;
const KEEP_ROUTINE_DAYS = 3;

/** Removes finished jobs older than 30 days (by the clock and without a fault: 3), sessions that ended and limits that ran out. */
export async function cleanUp(ctx: SystemContext): Promise<{ jobs: number; sessions: number }> {
  const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * DAY_MS);
  const jobs = await ctx.tx((tx) => pruneJobs(tx, daysAgo(KEEP_JOBS_DAYS)));
  const routine = await ctx.tx((tx) => pruneRoutine(tx, daysAgo(KEEP_ROUTINE_DAYS)));
  const sessions = await ctx.tx((tx) => pruneSessions(tx, ctx.now));
  await ctx.tx((tx) => pruneRateLimits(tx, ctx.now));
  return { jobs: jobs.runs + routine, sessions };
}

import "server-only";
import { pruneJobs } from "@/db/mutations/prune-jobs";
import { pruneRateLimits } from "@/db/mutations/rate-limits";
import { pruneSessions } from "@/db/mutations/sessions";
import type { SystemContext } from "@/lib/auth/context";

const DAY_MS = 86_400_000;
const KEEP_JOBS_DAYS = 30;

/** Removes finished jobs older than 30 days, sessions that ended and limits that ran out. */
export async function cleanUp(ctx: SystemContext): Promise<{ jobs: number; sessions: number }> {
  const jobs = await ctx.tx((tx) =>
    pruneJobs(tx, new Date(ctx.now.getTime() - KEEP_JOBS_DAYS * DAY_MS)),
  );
  const sessions = await ctx.tx((tx) => pruneSessions(tx, ctx.now));
  await ctx.tx((tx) => pruneRateLimits(tx, ctx.now));
  return { jobs: jobs.runs, sessions };
}

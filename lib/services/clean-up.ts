import "server-only";
import { pruneInsightBatches } from "@/db/mutations/insight-batches";
import { pruneModelCalls } from "@/db/mutations/model-calls";
import { pruneOAuthAttempts } from "@/db/mutations/oauth-attempts";
import { pruneJobs, pruneRoutine } from "@/db/mutations/prune-jobs";
import { pruneRateLimits } from "@/db/mutations/rate-limits";
import { pruneSessions } from "@/db/mutations/sessions";
import { pruneSyncRuns } from "@/db/mutations/sync-runs";
import { pruneReceipts } from "@/db/mutations/webhook-receipts";
import type { SystemTx } from "@/db/scope";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { SystemContext } from "@/lib/auth/context";

const DAY_MS = 86_400_000;
const KEEP_JOBS_DAYS = 30;
const KEEP_ROUTINE_DAYS = 3;
const KEEP_SYNCS_DAYS = 90;

/**
 * Removes finished jobs and vendors' messages older than 30 days (by the clock and without a
 * fault: 3), questions to the language model with what they sent after 30, the history of syncs
 * after 90, sessions that ended and limits that ran out.
 */
export async function cleanUp(ctx: SystemContext): Promise<{ jobs: number; sessions: number }> {
  const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * DAY_MS);
  const jobs = await untilNone(ctx, async (tx) => {
    const { runs, events } = await pruneJobs(tx, daysAgo(KEEP_JOBS_DAYS));
    return runs + events;
  });
  const routine = await untilNone(ctx, (tx) => pruneRoutine(tx, daysAgo(KEEP_ROUTINE_DAYS)));
  const sessions = await ctx.tx((tx) => pruneSessions(tx, ctx.now));
  await ctx.tx((tx) => pruneRateLimits(tx, ctx.now));
  await ctx.tx((tx) => pruneSyncRuns(tx, daysAgo(KEEP_SYNCS_DAYS)));
  await ctx.tx((tx) => pruneReceipts(tx, daysAgo(KEEP_JOBS_DAYS)));
  await ctx.tx((tx) => pruneOAuthAttempts(tx, ctx.now));
  await untilNone(ctx, (tx) => pruneModelCalls(tx, daysAgo(ASSISTANT_SETTINGS.keepDays)));
  await ctx.tx((tx) => pruneInsightBatches(tx, daysAgo(ASSISTANT_SETTINGS.keepDays)));
  return { jobs: jobs + routine, sessions };
}

/** A day of many athletes is more than one page of rows; each page is a transaction of its own. */
async function untilNone(
  ctx: SystemContext,
  prune: (tx: SystemTx) => Promise<number>,
): Promise<number> {
  let all = 0;
  for (;;) {
    const gone = await ctx.tx(prune);
    if (gone === 0) return all;
    all += gone;
  }
}

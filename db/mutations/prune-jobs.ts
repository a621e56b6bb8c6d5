import { and, eq, inArray, isNotNull, lt, notInArray, sql } from "drizzle-orm";
import { jobDeadLetters, jobEvents, jobRuns, jobThrottles } from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";

/** Rows in one go, so that the lock is never held for long. */
const PAGE = 10_000;

/**
 * Deletes runs that ended and events that were dispatched before `olderThan`, at most
 * 10,000 of each: call it again while something was deleted. Open dead letters stay.
 */
export async function pruneJobs(
  tx: SystemTx,
  olderThan: Date,
): Promise<{ readonly runs: number; readonly events: number }> {
  const open = tx.db
    .select({ runId: jobDeadLetters.runId })
    .from(jobDeadLetters)
    .where(sql`${jobDeadLetters.resolvedAt} is null`);
  const oldRuns = tx.db
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(
      and(
        inArray(jobRuns.status, ["completed", "failed", "cancelled"]),
        lt(jobRuns.finishedAt, olderThan),
        notInArray(jobRuns.id, open),
      ),
    )
    .limit(PAGE);
  const runs = await tx.db
    .delete(jobRuns)
    .where(inArray(jobRuns.id, oldRuns))
    .returning({ id: jobRuns.id });
  const oldEvents = tx.db
    .select({ id: jobEvents.id })
    .from(jobEvents)
    .where(and(isNotNull(jobEvents.dispatchedAt), lt(jobEvents.createdAt, olderThan)))
    .limit(PAGE);
  const events = await tx.db
    .delete(jobEvents)
    .where(inArray(jobEvents.id, oldEvents))
    .returning({ id: jobEvents.id });
  await tx.db.delete(jobThrottles).where(lt(jobThrottles.nextAt, olderThan));
  return { runs: runs.length, events: events.length };
}

/**
 * Deletes runs that the clock had started and that went well before `olderThan`, at most
 * 10,000: what happens every few minutes would fill the history.
 */
export async function pruneRoutine(tx: SystemTx, olderThan: Date): Promise<number> {
  const routine = tx.db
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(
      and(
        eq(jobRuns.status, "completed"),
        lt(jobRuns.finishedAt, olderThan),
        sql`${jobRuns.event} ->> 'name' = 'inngest/scheduled.timer'`,
      ),
    )
    .limit(PAGE);
  const runs = await tx.db
    .delete(jobRuns)
    .where(inArray(jobRuns.id, routine))
    .returning({ id: jobRuns.id });
  return runs.length;
}

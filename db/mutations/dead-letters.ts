import { and, eq, isNull } from "drizzle-orm";
import { announceJobEvent } from "@/db/job-wake";
import { jobDeadLetters, jobRuns, jobSteps } from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";

/**
 * Queues a dead run again. It goes on where it stopped: steps that succeeded keep their
 * results, those that failed are tried anew. False when there is no such open letter.
 */
export async function retryDeadLetter(tx: SystemTx, runId: string, now: Date): Promise<boolean> {
  if (!(await resolve(tx, runId, "retried", now))) return false;
  await tx.db.delete(jobSteps).where(and(eq(jobSteps.runId, runId), eq(jobSteps.status, "failed")));
  await tx.db
    .update(jobRuns)
    .set({ status: "queued", runAt: now, attempt: 0, error: null, finishedAt: null })
    .where(eq(jobRuns.id, runId));
  announceJobEvent();
  return true;
}

/** Puts a dead run aside for good. False when there is no such open letter. */
export function discardDeadLetter(tx: SystemTx, runId: string, now: Date): Promise<boolean> {
  return resolve(tx, runId, "discarded", now);
}

async function resolve(
  tx: SystemTx,
  runId: string,
  resolution: "retried" | "discarded",
  now: Date,
): Promise<boolean> {
  const rows = await tx.db
    .update(jobDeadLetters)
    .set({ resolution, resolvedAt: now })
    .where(and(eq(jobDeadLetters.runId, runId), isNull(jobDeadLetters.resolvedAt)))
    .returning({ runId: jobDeadLetters.runId });
  return rows.length > 0;
}

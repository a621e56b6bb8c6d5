import { and, eq, inArray, lte, not, sql } from "drizzle-orm";
import { jobCrons } from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";

export type JobCron = { readonly functionId: string; readonly expression: string };
export type ScheduledCron = JobCron & { readonly nextAt: Date };

/**
 * Makes the table hold exactly these. One that is known keeps its next time, so that what
 * was missed while nothing ran is caught up.
 */
export async function saveCrons(tx: SystemTx, crons: readonly ScheduledCron[]): Promise<void> {
  const functionIds = crons.map((cron) => cron.functionId);
  const expressions = crons.map((cron) => `${cron.functionId} ${cron.expression}`);
  const known = sql`${jobCrons.functionId} || ' ' || ${jobCrons.expression}`;
  await tx.db
    .delete(jobCrons)
    .where(crons.length === 0 ? undefined : not(inArray(known, expressions)));
  if (functionIds.length > 0) {
    await tx.db
      .insert(jobCrons)
      .values([...crons])
      .onConflictDoNothing();
  }
}

/** Crons whose time has come, locked until the end of the transaction. */
export async function lockDueCrons(tx: SystemTx, now: Date): Promise<ScheduledCron[]> {
  return tx.db
    .select()
    .from(jobCrons)
    .where(lte(jobCrons.nextAt, now))
    .for("update", { skipLocked: true });
}

export async function setNextCron(tx: SystemTx, cron: JobCron, nextAt: Date): Promise<void> {
  await tx.db
    .update(jobCrons)
    .set({ nextAt })
    .where(and(eq(jobCrons.functionId, cron.functionId), eq(jobCrons.expression, cron.expression)));
}

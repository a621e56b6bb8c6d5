import { type ScheduledCron, saveCrons, setNextCron } from "@/db/mutations/job-crons";
import type { SystemTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import type { FunctionConfig } from "./function-config";
import { nextCronTime } from "./next-cron-time";
import { startRun } from "./start-run";

/** Makes the database know every schedule and when each is next due. */
export function planCrons(
  tx: SystemTx,
  functions: readonly FunctionConfig[],
  now: Date,
): Promise<void> {
  const crons = functions.flatMap((fn) =>
    fn.crons.map((expression) => ({
      functionId: fn.id,
      expression,
      nextAt: nextCronTime(expression, now),
    })),
  );
  return saveCrons(tx, crons);
}

/**
 * Starts what is due by the clock, as `lockScheduledCrons` has found it. However many times were missed while nothing ran, the
 * function runs once. Returns how many were started.
 */
export async function fireCrons(
  tx: SystemTx,
  due: readonly ScheduledCron[],
  functions: readonly FunctionConfig[],
  now: Date,
): Promise<number> {
  for (const cron of due) {
    const fn = functions.find((candidate) => candidate.id === cron.functionId);
    if (fn) {
      const event = {
        id: newId(),
        name: "inngest/scheduled.timer",
        data: { cron: cron.expression },
        ts: cron.nextAt.getTime(),
      };
      await startRun(tx, fn, { event, eventId: null, requestId: null }, now);
    }
    await setNextCron(tx, cron, nextCronTime(cron.expression, now));
  }
  return due.length;
}

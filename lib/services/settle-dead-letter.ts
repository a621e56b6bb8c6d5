import "server-only";
import { insertAuditEntry } from "@/db/mutations/audit-log";
import { discardDeadLetter, retryDeadLetter } from "@/db/mutations/dead-letters";
import type { AdminContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";

export type SettledAs = "retried" | "discarded";

const CHANGES = { retried: retryDeadLetter, discarded: discardDeadLetter } as const;

/**
 * Queues a run that gave up again, or puts it aside for good. Throws "not_found" when there is no
 * such run, or somebody has dealt with it already.
 */
export async function settleDeadLetter(
  ctx: AdminContext,
  runId: string,
  state: SettledAs,
): Promise<{ readonly runId: string; readonly state: SettledAs }> {
  await ctx.tx(async (tx) => {
    if (!(await CHANGES[state](tx, runId, ctx.now))) throw notFound("A run that gave up");
    await insertAuditEntry(tx, {
      event: `job.${state}`,
      outcome: "ok",
      userId: ctx.adminId,
      addressPrefix: null,
      requestId: ctx.requestId,
      now: ctx.now,
    });
  });
  return { runId, state };
}

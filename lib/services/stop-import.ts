import "server-only";
import { stopBatch } from "@/db/mutations/halt-batch";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { runBatch } from "./run-batch";

/**
 * Ends an import early: what was imported stays and is worked out, the rest is turned down and
 * may be tried again. Throws "conflict" when it is over.
 */
export async function stopImport(ctx: AthleteContext, batchId: string): Promise<void> {
  await ctx.tx(async (tx) => {
    if (!(await stopBatch(tx, batchId))) {
      throw new AppError("conflict", "This import is over already. Load the page again.");
    }
    await runBatch(tx, batchId);
  });
}

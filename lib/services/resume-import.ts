import "server-only";
import { resumeBatch } from "@/db/mutations/halt-batch";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { runBatch } from "./run-batch";

/** Lets a paused import go on. Throws "conflict" when it is not paused. */
export async function resumeImport(ctx: AthleteContext, batchId: string): Promise<void> {
  await ctx.tx(async (tx) => {
    if (!(await resumeBatch(tx, batchId))) {
      throw new AppError("conflict", "This import is not paused. Load the page again.");
    }
    await runBatch(tx, batchId);
  });
}

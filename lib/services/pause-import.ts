import "server-only";
import { pauseBatch } from "@/db/mutations/halt-batch";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";

/** Lets an import rest after the files in hand. Throws "conflict" when it does not run. */
export async function pauseImport(ctx: AthleteContext, batchId: string): Promise<void> {
  if (await ctx.tx((tx) => pauseBatch(tx, batchId))) return;
  throw new AppError("conflict", "This import is not running. Load the page again.");
}

import "server-only";
import { finishImportFile } from "@/db/mutations/finish-import-file";
import { waitingImportFiles } from "@/db/queries/waiting-import-files";
import type { AthleteContext } from "@/lib/auth/context";
import { importFile } from "./import-file";

/** One step's worth: short enough for a lease, long enough that steps are few. */
const LONGEST_PART_MS = 10_000;

/** Imports waiting files of a batch for about ten seconds. Returns how many still wait. */
export async function importNextFiles(
  ctx: AthleteContext,
  batchId: string,
): Promise<{ done: number; remaining: number }> {
  const waiting = await ctx.tx((tx) => waitingImportFiles(tx, batchId));
  const deadline = performance.now() + LONGEST_PART_MS;
  let done = 0;
  for (const { id } of waiting) {
    await importOne(ctx, id);
    done++;
    if (performance.now() > deadline) break;
  }
  return { done, remaining: waiting.length - done };
}

/** One bad file never stops the rest: what nobody foresaw becomes that file's own outcome. */
async function importOne(ctx: AthleteContext, fileId: string): Promise<void> {
  try {
    await importFile(ctx, fileId);
  } catch (error) {
    ctx.log.error({ err: error, fileId }, "a file could not be imported");
    await ctx.tx((tx) =>
      finishImportFile(tx, fileId, {
        status: "rejected",
        reasonCode: "unexpected",
        reason:
          "Formline failed on this file, and it was not your mistake. The cause is in the server's log.",
      }),
    );
  }
}

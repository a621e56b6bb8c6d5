import "server-only";
import { finishImportFile } from "@/db/mutations/finish-import-file";
import { waitingImportFiles } from "@/db/queries/waiting-import-files";
import type { AthleteContext } from "@/lib/auth/context";
import { earlierDay, type LocalDate } from "@/lib/dates/local-date";
import { importFile } from "./import-file";

/** One step's worth: short enough for a lease, long enough that steps are few. */
const LONGEST_PART_MS = 10_000;

/**
 * Imports waiting files of a batch for about ten seconds. Returns the earliest day that
 * changed and how many files still wait.
 */
export async function importNextFiles(
  ctx: AthleteContext,
  batchId: string,
): Promise<{ fromDay: LocalDate | null; done: number; remaining: number }> {
  const waiting = await ctx.tx((tx) => waitingImportFiles(tx, batchId));
  const deadline = performance.now() + LONGEST_PART_MS;
  let fromDay: LocalDate | null = null;
  let done = 0;
  for (const { id } of waiting) {
    for (const day of await changedDaysOf(ctx, id)) {
      fromDay = fromDay === null ? day : earlierDay(fromDay, day);
    }
    done++;
    if (performance.now() > deadline) break;
  }
  return { fromDay, done, remaining: waiting.length - done };
}

/** One bad file never stops the rest: what nobody foresaw becomes that file's own outcome. */
async function changedDaysOf(ctx: AthleteContext, fileId: string): Promise<readonly LocalDate[]> {
  try {
    return (await importFile(ctx, fileId))?.changedDays ?? [];
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
    return [];
  }
}

import "server-only";
import { isDeepStrictEqual } from "node:util";
import { finishImportFile } from "@/db/mutations/finish-import-file";
import { findBatch } from "@/db/queries/find-batch";
import type { AthleteContext } from "@/lib/auth/context";
import { isWorthRetrying } from "@/lib/schemas/import";
import { toldCapacities } from "./capacities-of";
import { type ReadFile, type ReadFiles, UNEXPECTED } from "./read-import-files";
import { storeImportFile } from "./store-import-file";
import { storeNewFiles } from "./store-new-files";

/**
 * halted: the athlete has halted the batch meanwhile · outdated: they have changed their
 * capacities, so the files must be read again. Either way nothing was stored.
 */
export type Stored = "stored" | "halted" | "outdated";

/**
 * Stores a group of read files in one transaction or, when one of them cannot be stored, each
 * in its own: one bad file never stops the rest.
 */
export async function storeImportFiles(
  ctx: AthleteContext,
  batchId: string,
  group: ReadFiles,
): Promise<Stored> {
  const store = (files: readonly ReadFile[]): Promise<Stored> =>
    ctx.tx(async (tx) => {
      if ((await findBatch(tx, batchId))?.status !== "running") return "halted";
      const capacities = await toldCapacities(tx);
      if (!isDeepStrictEqual(capacities, group.capacities)) return "outdated";
      const others = await storeNewFiles(tx, files);
      for (const file of others) await storeImportFile(ctx, tx, file);
      return "stored";
    });
  let done = group.files;
  try {
    const stored = await store(group.files);
    if (stored !== "stored") return stored;
  } catch {
    done = await oneByOne(ctx, group.files, store);
  }
  await Promise.all(done.filter(isSettled).map((file) => ctx.ports.spool.remove(file.spoolKey)));
  return "stored";
}

/** Returns those that could be stored; what nobody foresaw becomes a file's own outcome. */
async function oneByOne(
  ctx: AthleteContext,
  files: readonly ReadFile[],
  store: (files: readonly ReadFile[]) => Promise<Stored>,
): Promise<ReadFile[]> {
  const done: ReadFile[] = [];
  for (const file of files) {
    try {
      if ((await store([file])) === "stored") done.push(file);
    } catch (error) {
      ctx.log.error({ err: error, fileId: file.id }, "a file could not be imported");
      await ctx.tx((tx) => finishImportFile(tx, file.id, UNEXPECTED));
    }
  }
  return done;
}

/** The bytes of a file that may go better next time are kept. */
function isSettled({ content }: ReadFile): boolean {
  return !(content?.kind === "refused" && isWorthRetrying(content.code));
}

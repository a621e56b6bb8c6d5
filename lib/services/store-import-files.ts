import "server-only";
import { finishImportFile } from "@/db/mutations/finish-import-file";
import { findBatch } from "@/db/queries/find-batch";
import type { AthleteContext } from "@/lib/auth/context";
import { isWorthRetrying } from "@/lib/schemas/import";
import { capacitiesOf } from "./capacities-of";
import { analyseFile, type ReadFile, type ReadFiles, UNEXPECTED } from "./read-import-files";
import { storeImportFile } from "./store-import-file";
import { storeNewFiles } from "./store-new-files";

type Stored = "stored" | "halted";

/**
 * Stores a group of read files in one transaction or, when one of them cannot be stored, each
 * in its own: one bad file never stops the rest. False, and nothing stored, when the athlete
 * has halted the batch meanwhile.
 */
export async function storeImportFiles(
  ctx: AthleteContext,
  batchId: string,
  group: ReadFiles,
): Promise<boolean> {
  const store = (files: readonly ReadFile[]): Promise<Stored> =>
    ctx.tx(async (tx) => {
      if ((await findBatch(tx, batchId))?.status !== "running") return "halted";
      const capacities = await capacitiesOf(tx);
      const isCurrent = capacities.version === group.capacities.version;
      const current = isCurrent ? files : files.map((file) => analyseFile(ctx, file, capacities));
      const others = await storeNewFiles(tx, current);
      for (const file of others) await storeImportFile(tx, file);
      return "stored";
    });
  let done = group.files;
  try {
    if ((await store(group.files)) === "halted") return false;
  } catch {
    done = await oneByOne(ctx, group.files, store);
  }
  await Promise.all(done.filter(isSettled).map((file) => ctx.ports.spool.remove(file.spoolKey)));
  return true;
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

import "server-only";
import { type NextImportFile, nextImportFiles } from "@/db/queries/next-import-files";
import type { AthleteContext } from "@/lib/auth/context";
import { type ReadFiles, readImportFiles } from "./read-import-files";
import { timeStage } from "./stage-clock";
import { storeImportFiles } from "./store-import-files";

const MIB = 1024 * 1024;
/** One step's worth: short enough for a lease, long enough that steps are few. */
const LONGEST_PART_MS = 10_000;
/** More than one step ever gets through. */
const MOST_FILES = 2_000;
/** Files that are read ahead and stored together: enough to be cheap, few enough that pages wait a blink. */
const GROUP_FILES = 16;
const GROUP_BYTES = 16 * MIB;

export type ImportedPart = {
  readonly done: number;
  readonly remaining: number;
  /** Files that wait and were left for later. */
  readonly older: number;
  /** The athlete has paused or stopped it. */
  readonly isHalted: boolean;
};

/**
 * Imports waiting files of a batch for about ten seconds, the newest recordings first: while
 * one group is stored the next is read. `since` leaves older recordings for later.
 */
export async function importNextFiles(
  ctx: AthleteContext,
  batchId: string,
  { since }: { readonly since: Date | null },
): Promise<ImportedPart> {
  const { files, waiting, older } = await ctx.tx((tx) =>
    nextImportFiles(tx, batchId, { since, limit: MOST_FILES }),
  );
  const groups = inGroups(files);
  const deadline = performance.now() + LONGEST_PART_MS;
  let next = readNext(ctx, groups);
  let done = 0;
  while (next !== null) {
    const reading = next;
    const group = await timeStage("wait for reading", () => reading);
    next = performance.now() > deadline ? null : readNext(ctx, groups);
    const stored = await timeStage("store", () => storeImportFiles(ctx, batchId, group));
    if (stored === "halted") {
      await next;
      return { done, remaining: waiting - done, older, isHalted: true };
    }
    // Files that were not stored wait still; a later part reads them again.
    if (stored === "stored") done += group.files.length;
  }
  return { done, remaining: waiting - done, older, isHalted: false };
}

function readNext(ctx: AthleteContext, groups: NextImportFile[][]): Promise<ReadFiles> | null {
  const group = groups.shift();
  if (group === undefined) return null;
  const reading = readImportFiles(ctx, group);
  // Awaited after what is being stored; if that fails first, this one fails unseen.
  reading.catch(() => undefined);
  return reading;
}

function inGroups(files: readonly NextImportFile[]): NextImportFile[][] {
  const groups: NextImportFile[][] = [];
  let group: NextImportFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const isFull = group.length === GROUP_FILES || bytes + file.byteLength > GROUP_BYTES;
    if (isFull && group.length > 0) {
      groups.push(group);
      [group, bytes] = [[], 0];
    }
    group.push(file);
    bytes += file.byteLength;
  }
  return group.length > 0 ? [...groups, group] : groups;
}

import "server-only";
import { type NextImportFile, nextImportFiles } from "@/db/queries/next-import-files";
import type { AthleteContext } from "@/lib/auth/context";
import { type ReadFiles, readImportFiles } from "./read-import-files";
import { timeStage } from "./stage-clock";
import { storeImportFiles } from "./store-import-files";

const MIB = 1024 * 1024;
/** One step's worth: short enough for a lease, long enough that steps are few. */
const LONGEST_PART_MS = 20_000;
/** More than one step ever gets through. */
const MOST_FILES = 2_000;
/** Files that are read ahead and stored together: enough to be cheap, few enough that pages wait a blink. */
const GROUP_FILES = 32;
const GROUP_BYTES = 16 * MIB;
/** So that neither the reading nor the storing waits for the other's slow moments. */
const GROUPS_AHEAD = 3;

export type ImportedPart = {
  readonly done: number;
  readonly remaining: number;
  /** Files that wait and were left for later. */
  readonly older: number;
  /** The athlete has paused or stopped it. */
  readonly isHalted: boolean;
};

/**
 * Imports waiting files of a batch for about twenty seconds, the newest recordings first: while
 * one group is stored the next ones are read. `since` leaves older recordings for later.
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
  const ahead: Promise<ReadFiles>[] = [];
  const readAhead = () => {
    while (ahead.length < GROUPS_AHEAD && performance.now() <= deadline) {
      const next = groups.shift();
      if (next === undefined) return;
      ahead.push(read(ctx, next));
    }
  };
  let done = 0;
  readAhead();
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    const reading = next;
    readAhead();
    const group = await timeStage("wait for reading", () => reading);
    const stored = await timeStage("store", () => storeImportFiles(ctx, batchId, group));
    if (stored === "halted") {
      await Promise.allSettled(ahead);
      return { done, remaining: waiting - done, older, isHalted: true };
    }
    // Files that were not stored wait still; a later part reads them again.
    if (stored === "stored") done += group.files.length;
  }
  return { done, remaining: waiting - done, older, isHalted: false };
}

function read(ctx: AthleteContext, group: readonly NextImportFile[]): Promise<ReadFiles> {
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

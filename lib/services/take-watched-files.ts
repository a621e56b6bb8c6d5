import "server-only";
import { addImportFiles } from "@/db/mutations/add-import-files";
import { noteFolderLook } from "@/db/mutations/watched-folders";
import { openBatch } from "@/db/queries/open-batch";
import { UNREADABLE, watchedFiles } from "@/db/queries/watched-files";
import { watchedFolder } from "@/db/queries/watched-folder";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import type { WatchedFile, WatchedFolder } from "@/lib/integrations/ports";
import { createImportBatch } from "./create-import-batch";
import { receiveUpload } from "./receive-upload";
import { shownName } from "./shown-name";
import { startImport } from "./start-import";

/** One step's worth, as for the import itself. */
const LONGEST_PART_MS = 10_000;
/** What a ledger row can hold. */
const MOST_BYTES = 2 ** 31 - 1;

/**
 * Takes what is new in the athlete's part of the watched folder into one batch, for about ten
 * seconds, and starts its import when nothing remains. A file is known by its path, size and
 * time of change; the ledger remembers. One that is still being written waits for the next look.
 */
export async function takeWatchedFiles(
  ctx: AthleteContext,
): Promise<{ taken: number; remaining: number }> {
  const folder = ctx.ports.watchedFolder;
  const place = await ctx.tx(watchedFolder);
  if (folder === null || place === null) return { taken: 0, remaining: 0 };
  const { files, unreadable } = await folder.files(place.folder);
  const known = await ctx.tx(watchedFiles);
  const keys = (some: typeof known) => new Set(some.map(({ key }) => key));
  const taken = keys(known.filter((file) => !file.isUnreadable));
  const fresh = files.filter((file) => !taken.has(keyOf(file)));
  const settled = fresh.length === 0 ? [] : await folder.settled(fresh);
  const part = await takeIntoBatch(ctx, folder, settled, keys(known));
  await ctx.tx((tx) =>
    noteFolderLook(tx, {
      lookedAt: ctx.now,
      problem: describeUnreadable(unreadable, part.unreadable),
      files: files.length,
      unfinished: fresh.length - settled.length,
    }),
  );
  return { taken: part.taken, remaining: part.remaining };
}

type Part = { readonly taken: number; readonly remaining: number; readonly unreadable: number };

/** A batch that was left open by a server that ended goes on. */
async function takeIntoBatch(
  ctx: AthleteContext,
  folder: WatchedFolder,
  files: readonly WatchedFile[],
  known: ReadonlySet<string>,
): Promise<Part> {
  const open = await ctx.tx((tx) => openBatch(tx, "watched_folder"));
  if (open === null && files.length === 0) return { taken: 0, remaining: 0, unreadable: 0 };
  const batchId = open?.id ?? (await createImportBatch(ctx, "watched_folder")).batchId;
  const deadline = performance.now() + LONGEST_PART_MS;
  const counts = { taken: 0, refused: 0, unreadable: 0, gone: 0 };
  let remaining = files.length;
  for (const file of files) {
    if (performance.now() > deadline) break;
    const isKnown = known.has(keyOf(file));
    counts[await takeFile(ctx, { batchId, folder, file, isKnown })]++;
    remaining--;
  }
  const { taken, refused, unreadable } = counts;
  const entered = (open?.files ?? 0) + taken + refused;
  if (remaining === 0 && entered > 0) await startImport(ctx, batchId);
  return { taken, remaining, unreadable: refused + unreadable };
}

type Taking = {
  readonly batchId: string;
  readonly folder: WatchedFolder;
  readonly file: WatchedFile;
  /** It stands in the ledger as unreadable already. */
  readonly isKnown: boolean;
};

/** Receives it into the batch, or enters why it cannot be ("refused") unless that stands there already. */
async function takeFile(
  ctx: AthleteContext,
  taking: Taking,
): Promise<"taken" | "refused" | "unreadable" | "gone"> {
  const { batchId, folder, file, isKnown } = taking;
  const watchedKey = keyOf(file);
  try {
    const chunks = folder.read(file);
    await receiveUpload(ctx, { batchId, name: file.path, chunks, watchedKey });
    return "taken";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "not_found") return "gone";
    if (error.code !== "unavailable" && error.code !== "too_large") throw error;
    if (isKnown) return "unreadable";
    const code = error.code === "too_large" ? error.code : UNREADABLE;
    const row = {
      name: shownName(file.path),
      byteLength: Math.min(file.byteLength, MOST_BYTES),
      spoolKey: null,
      watchedKey,
      refusal: { code, reason: error.message },
    };
    await ctx.tx((tx) => addImportFiles(tx, batchId, [row]));
    return "refused";
  }
}

function keyOf({ path, byteLength, modifiedMs }: WatchedFile): string {
  return `${path}|${byteLength}|${modifiedMs}`;
}

/** Null when all could be read. */
function describeUnreadable(folders: number, files: number): string | null {
  const found = [
    [folders, "folder", "folders"],
    [files, "file", "files"],
  ] as const;
  const named = found
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  if (named.length === 0) return null;
  return `${named.join(" and ")} in it could not be read. Whoever runs the server can give it the right to.`;
}

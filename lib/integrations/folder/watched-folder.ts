import "server-only";
import { constants, type Dirent } from "node:fs";
import { type FileHandle, lstat, open, readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import type { WatchedFile, WatchedFolder } from "@/lib/integrations/ports";
import { isLeftAlone } from "./is-left-alone";

/** A copy over a slow network grows more often than this. */
const SETTLE_MS = 5_000;

/**
 * The folder at `directory`, which is only ever read. Symbolic links below it are not followed:
 * whoever may write there must not reach the rest of the server.
 */
export function createWatchedFolder(directory: string, settleMs = SETTLE_MS): WatchedFolder {
  const root = path.resolve(directory);
  const pathOf = ({ path: below }: WatchedFile) => path.join(root, ...below.split("/"));
  return {
    name: path.basename(root),
    async entries() {
      const entries = await readRoot(root);
      const named = (some: Dirent[]) => some.map((entry) => entry.name);
      return {
        folders: named(entries.filter((entry) => entry.isDirectory())),
        files: entries.filter((entry) => entry.isFile()).length,
      };
    },
    files: (folder) => filesBelow(root, folder),
    async settled(files) {
      await pause(settleMs);
      const same: WatchedFile[] = [];
      for (const file of files) if (await isSame(pathOf(file), file)) same.push(file);
      return same;
    },
    read: (file) => readInside(root, pathOf(file)),
  };
}

async function readRoot(root: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries.filter((entry) => !isLeftAlone(entry.name));
  } catch (cause) {
    const why = codeOf(cause) === "ENOENT" ? "is not there" : "cannot be read";
    throw new AppError(
      "unavailable",
      `The watched folder ${why}. Whoever runs the server can mend that; what was imported stays.`,
      { cause },
    );
  }
}

type Found = { readonly files: WatchedFile[]; readonly unreadable: number };

/** One after the other, so that a slow network storage keeps nobody else waiting. */
async function filesBelow(root: string, folder: string | null): Promise<Found> {
  const files: WatchedFile[] = [];
  const folders = [folder ?? ""];
  let unreadable = 0;
  for (let next = folders.shift(); next !== undefined; next = folders.shift()) {
    const found = await lookInto(root, next);
    if (found === null) unreadable += 1;
    const entered = found?.folders ?? [];
    folders.push(...(folder === null ? entered.filter((one) => !isOfSomebody(one)) : entered));
    files.push(...(found?.files ?? []));
  }
  return { files, unreadable };
}

/** What lies directly in one folder; null when it cannot be read. */
async function lookInto(root: string, folder: string) {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(orGone);
  if (entries === null) return null;
  const files: WatchedFile[] = [];
  const folders: string[] = [];
  for (const entry of entries.filter(({ name }) => !isLeftAlone(name))) {
    const below = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) folders.push(below);
    const file = entry.isFile() ? await lookAt(path.join(root, below), below) : null;
    if (file !== null) files.push(file);
  }
  return { files, folders };
}

/** A folder directly in the watched one that is named like an address belongs to that address. */
function isOfSomebody(below: string): boolean {
  return below.includes("@") && !below.includes("/");
}

/** Nothing is in a folder that went away meanwhile; null for one that cannot be read. */
function orGone(error: unknown): [] | null {
  return codeOf(error) === "ENOENT" ? [] : null;
}

/** Null when it went away meanwhile. */
async function lookAt(at: string, below: string): Promise<WatchedFile | null> {
  const info = await lstat(at).catch(() => null);
  if (!info?.isFile()) return null;
  return { path: below, byteLength: info.size, modifiedMs: Math.trunc(info.mtimeMs) };
}

async function isSame(at: string, before: WatchedFile): Promise<boolean> {
  const now = await lookAt(at, before.path);
  return now?.byteLength === before.byteLength && now.modifiedMs === before.modifiedMs;
}

async function* readInside(root: string, at: string): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    // Without waiting, should it be a pipe by now.
    handle = await open(at, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    await assertInside(root, at, handle);
    yield* handle.createReadStream({ autoClose: false });
  } catch (cause) {
    throw unreadable(cause);
  } finally {
    await handle?.close();
  }
}

/** A link that was put in the place of a folder since it was listed would lead out of ours. */
async function assertInside(root: string, at: string, handle: FileHandle): Promise<void> {
  const [home, real, opened] = await Promise.all([realpath(root), realpath(at), handle.stat()]);
  const found = await stat(real);
  const isInside = real.startsWith(home + path.sep);
  if (!isInside || !opened.isFile() || found.ino !== opened.ino || found.dev !== opened.dev) {
    throw new AppError("not_found", "This file is not in the watched folder any more.");
  }
}

function unreadable(cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const code = codeOf(cause);
  if (code === "ENOENT" || code === "ELOOP" || code === "ENOTDIR") {
    return new AppError("not_found", "This file is not in the watched folder any more.", { cause });
  }
  const why =
    code === "EACCES" || code === "EPERM"
      ? "The server may not read this file. Whoever runs it can give it the right to."
      : "The server could not read this file to its end.";
  return new AppError("unavailable", `${why} It is tried again every few minutes.`, { cause });
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}

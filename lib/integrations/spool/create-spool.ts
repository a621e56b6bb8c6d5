import "server-only";
import { randomBytes } from "node:crypto";
import { chmod, type FileHandle, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/errors";
import type { Spool } from "@/lib/integrations/ports";

const KEY = /^[0-9a-f]{32}$/;
const PARTIAL = ".part";
const MIB = 1024 * 1024;
/** Enough to see what a file is and when it was recorded. */
const HEAD_BYTES = 16_384;

/**
 * A spool in `directory`, which is made when it is not there; only its owner may read it.
 * A file appears under its key only when it is complete and on the disk. Keys are random:
 * no name that a user gave ever becomes a path.
 */
export function createSpool(directory: string): Spool {
  const root = path.resolve(directory);
  const syncRoot = together(() => syncDirectory(root));
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new AppError("internal", "Not a key of the spool.");
    return path.join(root, key);
  };
  return {
    pathOf,
    async write(chunks, maxBytes) {
      await mkdir(root, { recursive: true, mode: 0o700 });
      await chmod(root, 0o700);
      const key = randomBytes(16).toString("hex");
      const partial = pathOf(key) + PARTIAL;
      try {
        const written = await writeDurably(partial, chunks, maxBytes);
        await rename(partial, pathOf(key));
        await syncRoot();
        return { key, ...written };
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
    async read(key) {
      return readFile(pathOf(key));
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

type Written = { readonly byteLength: number; readonly head: Uint8Array };

async function writeDurably(
  filePath: string,
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Written> {
  const file = await open(filePath, "wx", 0o600);
  try {
    const written = await writeAll(file, chunks, maxBytes);
    await file.sync();
    return written;
  } finally {
    await file.close();
  }
}

async function writeAll(
  file: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Written> {
  let byteLength = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head.length < HEAD_BYTES) {
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
    }
    byteLength += chunk.byteLength;
    if (byteLength > maxBytes) {
      const limit = Math.floor(maxBytes / MIB);
      throw new AppError(
        "too_large",
        limit > 0 ? `This is larger than the ${limit} MB allowed.` : "This is too large.",
      );
    }
    await file.writeFile(chunk);
  }
  return { byteLength, head };
}

/** Callers of one moment share one run of `work`; it always begins after it was asked for. */
function together(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        running = work();
        return running;
      });
    return next;
  };
}

/** Without this a crash could lose the new name although the content is on the disk. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

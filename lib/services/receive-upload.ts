import "server-only";
import { addImportFiles } from "@/db/mutations/add-import-files";
import { findBatch } from "@/db/queries/find-batch";
import type { FileHints } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError, notFound } from "@/lib/errors";
import { shownName } from "./shown-name";

const MB = 1024 * 1024;
/** An archive may be this large; what is inside is judged entry by entry. */
export const LARGEST_UPLOAD_BYTES = 2048 * MB;

/** Spooled side by side and entered together: the disk confirms several as fast as one. */
const TOGETHER = 16;

type ReceivedFile = {
  readonly name: string;
  /** Of a file of the watched folder: what it is known by. */
  readonly watchedKey?: string;
  /** What whoever sends it says of it beside what is in it. */
  readonly hints?: FileHints;
  /** When it was recorded, for a file whose first bytes do not tell. */
  readonly recordedAt?: Date | null;
  /** Runs in the transaction in which it is entered: both are kept, or neither. */
  readonly alongside?: (tx: AthleteTx, fileId: string) => Promise<void>;
};

export type UploadedFile = ReceivedFile & {
  /** Opened when its turn comes. */
  readonly open: () => AsyncIterable<Uint8Array>;
};

/**
 * Takes one file into a batch. When this returns, bytes and ledger row are on disk: the
 * file is acknowledged and gets an outcome whatever happens next.
 * Throws "not_found" for a foreign batch, "conflict" once it runs, "too_large" past 2 GB.
 */
export async function receiveUpload(
  ctx: AthleteContext,
  {
    batchId,
    chunks,
    ...file
  }: ReceivedFile & { batchId: string; chunks: AsyncIterable<Uint8Array> },
): Promise<{ fileId: string }> {
  const [fileId] = await receiveTogether(ctx, batchId, [{ ...file, open: () => chunks }]);
  if (!fileId)
    throw new AppError("internal", "The file could not be entered into the ledger. Try again.");
  return { fileId };
}

/** Takes many files into a batch, in their order. Throws as `receiveUpload`. */
export async function receiveUploads(
  ctx: AthleteContext,
  batchId: string,
  files: readonly UploadedFile[],
): Promise<void> {
  for (let at = 0; at < files.length; at += TOGETHER) {
    await receiveTogether(ctx, batchId, files.slice(at, at + TOGETHER));
  }
}

async function receiveTogether(
  ctx: AthleteContext,
  batchId: string,
  files: readonly UploadedFile[],
): Promise<string[]> {
  await ctx.tx((tx) => assertReceiving(tx, batchId));
  const written = await Promise.allSettled(
    files.map(({ open }) => ctx.ports.spool.write(open(), LARGEST_UPLOAD_BYTES)),
  );
  const spooled = written.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  try {
    for (const one of written) if (one.status === "rejected") throw one.reason;
    const rows = spooled.map(({ key, byteLength, head }, i) => ({
      name: shownName(files[i]?.name ?? ""),
      byteLength,
      spoolKey: key,
      recordedAt: ctx.ports.files.recordedAt(head) ?? files[i]?.recordedAt ?? null,
      hints: files[i]?.hints ?? null,
      watchedKey: files[i]?.watchedKey ?? null,
    }));
    return await ctx.tx(async (tx) => {
      const ids = await addImportFiles(tx, batchId, rows);
      // It may have been started while the bytes were written: then nobody would read them.
      await assertReceiving(tx, batchId);
      for (const [i, id] of ids.entries()) await files[i]?.alongside?.(tx, id);
      return ids;
    });
  } catch (error) {
    for (const { key } of spooled) await ctx.ports.spool.remove(key);
    throw error;
  }
}

async function assertReceiving(tx: AthleteTx, batchId: string): Promise<void> {
  const batch = await findBatch(tx, batchId);
  if (!batch) throw notFound("This import");
  if (batch.status !== "receiving") {
    throw new AppError(
      "conflict",
      "This import has already started. Drop the file again to start a new one.",
    );
  }
}

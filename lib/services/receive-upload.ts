import "server-only";
import { addImportFiles } from "@/db/mutations/add-import-files";
import { findBatch } from "@/db/queries/find-batch";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError, notFound } from "@/lib/errors";

const MB = 1024 * 1024;
/** An archive may be this large; what is inside is judged entry by entry. */
export const LARGEST_UPLOAD_BYTES = 2048 * MB;
const LONGEST_NAME = 255;

/**
 * Takes one file into a batch. When this returns, bytes and ledger row are on disk: the
 * file is acknowledged and gets an outcome whatever happens next.
 * Throws "not_found" for a foreign batch, "conflict" once it runs, "too_large" past 2 GB.
 */
export async function receiveUpload(
  ctx: AthleteContext,
  input: { batchId: string; name: string; chunks: AsyncIterable<Uint8Array> },
): Promise<{ fileId: string }> {
  const batch = await ctx.tx((tx) => findBatch(tx, input.batchId));
  if (!batch) throw notFound("This import");
  if (batch.status !== "receiving") {
    throw new AppError(
      "conflict",
      "This import has already started. Drop the file again to start a new one.",
    );
  }
  const { key, byteLength, head } = await ctx.ports.spool.write(input.chunks, LARGEST_UPLOAD_BYTES);
  try {
    const [fileId] = await ctx.tx((tx) =>
      addImportFiles(tx, input.batchId, [
        {
          name: shownName(input.name),
          byteLength,
          spoolKey: key,
          recordedAt: ctx.ports.files.recordedAt(head),
        },
      ]),
    );
    if (!fileId)
      throw new AppError("internal", "The file could not be entered into the ledger. Try again.");
    return { fileId };
  } catch (error) {
    await ctx.ports.spool.remove(key);
    throw error;
  }
}

/** A name to show and nothing else: no folders, no control characters, not endless. */
function shownName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last.replaceAll(/\p{C}/gu, "").trim();
  return (clean === "" ? "unnamed" : clean).slice(0, LONGEST_NAME);
}

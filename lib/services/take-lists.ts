import "server-only";
import { hintImportFiles } from "@/db/mutations/hint-import-files";
import { waitingImportFiles } from "@/db/queries/waiting-import-files";
import type { AthleteContext } from "@/lib/auth/context";
import { fileKey } from "@/lib/files/file-key";

const IS_LIST = /\.csv$/i;
/** The list of a lifetime is some megabytes. */
const LARGEST_LIST_BYTES = 50 * 1024 * 1024;

/**
 * Hands what an export's list says (titles, notes, ratings) to the waiting files of the batch
 * that it names. The list itself gets its outcome like any other file.
 */
export async function takeLists(ctx: AthleteContext, batchId: string): Promise<{ hinted: number }> {
  const waiting = await ctx.tx((tx) => waitingImportFiles(tx, batchId));
  let hinted = 0;
  for (const { name, byteLength, spoolKey } of waiting) {
    if (!IS_LIST.test(name) || spoolKey === null || byteLength > LARGEST_LIST_BYTES) continue;
    const content = await ctx.ports.files.read(await ctx.ports.spool.read(spoolKey), name);
    if (content.kind !== "list") continue;
    const byFile = new Map(content.list.entries.map((entry) => [entry.file, entry.hints]));
    const hints = waiting.flatMap((file) => {
      const said = byFile.get(fileKey(file.name));
      return said === undefined ? [] : [{ id: file.id, hints: said }];
    });
    await ctx.tx((tx) => hintImportFiles(tx, hints));
    hinted += hints.length;
  }
  return { hinted };
}

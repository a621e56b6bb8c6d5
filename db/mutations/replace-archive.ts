import { and, eq } from "drizzle-orm";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import { addImportFiles, type NewImportFile } from "./add-import-files";

/**
 * Puts the files of an archive into the ledger in place of the archive's own row. Does
 * nothing, and returns false, when the archive has no waiting row any more.
 */
export async function replaceArchive(
  tx: AthleteTx,
  fileId: string,
  entries: readonly NewImportFile[],
): Promise<boolean> {
  if (!isUuid(fileId)) return false;
  const [archive] = await tx.db
    .delete(importFiles)
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        eq(importFiles.id, fileId),
        eq(importFiles.status, "waiting"),
      ),
    )
    .returning({ batchId: importFiles.batchId, watchedKey: importFiles.watchedKey });
  if (!archive) return false;
  const { batchId, watchedKey } = archive;
  const rows = entries.map((entry) => ({ ...entry, watchedKey }));
  await addImportFiles(tx, batchId, rows);
  return true;
}

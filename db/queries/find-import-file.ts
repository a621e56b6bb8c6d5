import { and, eq } from "drizzle-orm";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

export type ImportFile = Pick<
  typeof importFiles.$inferSelect,
  "id" | "batchId" | "name" | "byteLength" | "spoolKey" | "status"
>;

/** A row of the athlete's import ledger; null when there is no such one. */
export async function findImportFile(tx: AthleteTx, fileId: string): Promise<ImportFile | null> {
  if (!isUuid(fileId)) return null;
  const [file] = await tx.db
    .select({
      id: importFiles.id,
      batchId: importFiles.batchId,
      name: importFiles.name,
      byteLength: importFiles.byteLength,
      spoolKey: importFiles.spoolKey,
      status: importFiles.status,
    })
    .from(importFiles)
    .where(and(eq(importFiles.athleteId, tx.athleteId), eq(importFiles.id, fileId)));
  return file ?? null;
}

import { and, asc, eq } from "drizzle-orm";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

export type WaitingImportFile = {
  readonly id: string;
  readonly name: string;
  readonly byteLength: number;
  readonly spoolKey: string | null;
};

/** The files of a batch that have no outcome yet, in the order of the ledger. */
export async function waitingImportFiles(
  tx: AthleteTx,
  batchId: string,
): Promise<WaitingImportFile[]> {
  if (!isUuid(batchId)) return [];
  return tx.db
    .select({
      id: importFiles.id,
      name: importFiles.name,
      byteLength: importFiles.byteLength,
      spoolKey: importFiles.spoolKey,
    })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        eq(importFiles.batchId, batchId),
        eq(importFiles.status, "waiting"),
      ),
    )
    .orderBy(asc(importFiles.position));
}

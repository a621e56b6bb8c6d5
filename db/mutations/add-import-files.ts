import { and, eq, max } from "drizzle-orm";
import { type FileHints, importBatches, importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid, newId } from "@/lib/ids";

export type NewImportFile = {
  readonly name: string;
  readonly byteLength: number;
  /** Where the bytes wait; null for a file that was refused before they were kept. */
  readonly spoolKey: string | null;
  /** Decides which is read first; null or absent when it is not known. */
  readonly recordedAt?: Date | null;
  readonly hints?: FileHints | null;
  /** Of a file of the watched folder: what it is known by. */
  readonly watchedKey?: string | null;
  /** Set when the file is entered only to say why it was refused. */
  readonly refusal?: { readonly code: string; readonly reason: string } | null;
};

/** Rows per statement, well below the protocol's 65 535 parameters. */
const CHUNK = 2_000;

/**
 * Enters files at the end of a batch's ledger; returns their ids in the order given.
 * Throws "not_found" when the athlete has no such batch.
 */
export async function addImportFiles(
  tx: AthleteTx,
  batchId: string,
  files: readonly NewImportFile[],
): Promise<string[]> {
  await lockBatch(tx, batchId);
  const [last] = await tx.db
    .select({ position: max(importFiles.position) })
    .from(importFiles)
    .where(and(eq(importFiles.athleteId, tx.athleteId), eq(importFiles.batchId, batchId)));
  const first = (last?.position ?? -1) + 1;
  const rows = files.map(({ refusal, ...file }, i) => ({
    ...file,
    ...outcomeOf(refusal ?? null),
    id: newId(),
    athleteId: tx.athleteId,
    batchId,
    position: first + i,
  }));
  for (let at = 0; at < rows.length; at += CHUNK) {
    await tx.db.insert(importFiles).values(rows.slice(at, at + CHUNK));
  }
  return rows.map((row) => row.id);
}

/** Two uploads into one batch take their positions one after the other. */
async function lockBatch(tx: AthleteTx, batchId: string): Promise<void> {
  if (!isUuid(batchId)) throw notFound("This import");
  const [batch] = await tx.db
    .select({ id: importBatches.id })
    .from(importBatches)
    .where(and(eq(importBatches.athleteId, tx.athleteId), eq(importBatches.id, batchId)))
    .for("update");
  if (!batch) throw notFound("This import");
}

function outcomeOf(refusal: { readonly code: string; readonly reason: string } | null) {
  if (refusal === null) return { status: "waiting" } as const;
  return {
    status: "rejected",
    reasonCode: refusal.code,
    reason: refusal.reason,
    finishedAt: new Date(),
  } as const;
}

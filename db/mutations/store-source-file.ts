import { findSourceFileBySha } from "@/db/queries/find-source-file-by-sha";
import { type SOURCE_KINDS, sourceFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";

export type NewSourceFile = {
  readonly sha256: string;
  readonly kind: (typeof SOURCE_KINDS)[number];
  /** Of the original, before deflating. */
  readonly byteLength: number;
  /** Raw deflate of the original. */
  readonly content: Uint8Array;
};

/** Keeps a file once per content. `isNew` is false when the athlete already had these bytes. */
export async function storeSourceFile(
  tx: AthleteTx,
  file: NewSourceFile,
): Promise<{ id: string; isNew: boolean }> {
  const [stored] = await tx.db
    .insert(sourceFiles)
    .values({ ...file, athleteId: tx.athleteId })
    .onConflictDoNothing({ target: [sourceFiles.athleteId, sourceFiles.sha256] })
    .returning({ id: sourceFiles.id });
  if (stored) return { id: stored.id, isNew: true };
  const known = await findSourceFileBySha(tx, file.sha256);
  if (!known) throw new Error("The source file is neither new nor known.");
  return { id: known.id, isNew: false };
}

import { and, eq } from "drizzle-orm";
import { sourceFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";

/** The athlete's source file with these bytes (SHA-256, hex); null when there is none. */
export async function findSourceFileBySha(
  tx: AthleteTx,
  sha256: string,
): Promise<{ readonly id: string } | null> {
  const [file] = await tx.db
    .select({ id: sourceFiles.id })
    .from(sourceFiles)
    .where(and(eq(sourceFiles.athleteId, tx.athleteId), eq(sourceFiles.sha256, sha256)));
  return file ?? null;
}

import { and, eq, inArray } from "drizzle-orm";
import { sourceFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";

/** Which of these contents (SHA-256, hex) the athlete has already. */
export async function knownSourceFiles(
  tx: AthleteTx,
  sha256s: readonly string[],
): Promise<string[]> {
  if (sha256s.length === 0) return [];
  const known = await tx.db
    .select({ sha256: sourceFiles.sha256 })
    .from(sourceFiles)
    .where(and(eq(sourceFiles.athleteId, tx.athleteId), inArray(sourceFiles.sha256, [...sha256s])));
  return known.map((row) => row.sha256);
}

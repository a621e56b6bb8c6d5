import { and, eq, isNotNull } from "drizzle-orm";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";

/** Why a file of the watched folder stands in the ledger without having been taken. */
export const UNREADABLE = "unreadable";

/** The keys of the watched folder's files that stand in the athlete's ledger. */
export async function watchedFiles(
  tx: AthleteTx,
): Promise<{ readonly key: string; readonly isUnreadable: boolean }[]> {
  const found = await tx.db
    .select({ key: importFiles.watchedKey, reasonCode: importFiles.reasonCode })
    .from(importFiles)
    .where(and(eq(importFiles.athleteId, tx.athleteId), isNotNull(importFiles.watchedKey)));
  return found.flatMap(({ key, reasonCode }) =>
    key === null ? [] : [{ key, isUnreadable: reasonCode === UNREADABLE }],
  );
}

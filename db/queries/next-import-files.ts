import { and, asc, count, eq, gte, sql } from "drizzle-orm";
import { type FileHints, importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

export type NextImportFile = {
  readonly id: string;
  readonly name: string;
  readonly byteLength: number;
  readonly spoolKey: string | null;
  readonly hints: FileHints | null;
};

/**
 * The waiting files of a batch that come next, the newest recordings first, those that do not
 * tell their time last; how many they are, and how many `since` leaves out as older.
 */
export async function nextImportFiles(
  tx: AthleteTx,
  batchId: string,
  { since, limit }: { readonly since: Date | null; readonly limit: number },
): Promise<{ files: NextImportFile[]; waiting: number; older: number }> {
  if (!isUuid(batchId)) return { files: [], waiting: 0, older: 0 };
  const isWaiting = and(
    eq(importFiles.athleteId, tx.athleteId),
    eq(importFiles.batchId, batchId),
    eq(importFiles.status, "waiting"),
  );
  const isWanted = since === null ? sql`true` : gte(importFiles.recordedAt, since);
  const wanted = sql<number>`count(*) filter (where ${isWanted})`.mapWith(Number);
  const [counts] = await tx.db.select({ all: count(), wanted }).from(importFiles).where(isWaiting);
  const files = await tx.db
    .select({
      id: importFiles.id,
      name: importFiles.name,
      byteLength: importFiles.byteLength,
      spoolKey: importFiles.spoolKey,
      hints: importFiles.hints,
    })
    .from(importFiles)
    .where(and(isWaiting, isWanted))
    .orderBy(sql`${importFiles.recordedAt} desc nulls last`, asc(importFiles.position))
    .limit(limit);
  const total = counts ?? { all: 0, wanted: 0 };
  return { files, waiting: total.wanted, older: total.all - total.wanted };
}

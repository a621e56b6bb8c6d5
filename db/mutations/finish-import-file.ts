import { and, eq, sql } from "drizzle-orm";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import { isWorthRetrying } from "@/lib/schemas/import";

export type ImportOutcome = {
  readonly status: "imported" | "duplicate" | "partial" | "rejected";
  readonly reasonCode?: string | null;
  readonly reason?: string | null;
  readonly sourceFileId?: string | null;
  readonly activityIds?: readonly string[];
  readonly wellnessDays?: readonly string[];
  readonly duplicateOfActivityId?: string | null;
};

/**
 * Gives a waiting file its outcome; its bytes are forgotten unless another try may go better. The first outcome stands: false when the file has one,
 * or when the athlete has no such file.
 */
export async function finishImportFile(
  tx: AthleteTx,
  fileId: string,
  outcome: ImportOutcome,
): Promise<boolean> {
  if (!isUuid(fileId)) return false;
  const finished = await tx.db
    .update(importFiles)
    .set({
      status: outcome.status,
      reasonCode: outcome.reasonCode ?? null,
      reason: outcome.reason ?? null,
      sourceFileId: outcome.sourceFileId ?? null,
      activityIds: [...(outcome.activityIds ?? [])],
      wellnessDays: [...(outcome.wellnessDays ?? [])],
      duplicateOfActivityId: outcome.duplicateOfActivityId ?? null,
      ...(isWorthRetrying(outcome.reasonCode ?? null) ? {} : { spoolKey: null }),
      finishedAt: sql`now()`,
    })
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        eq(importFiles.id, fileId),
        eq(importFiles.status, "waiting"),
      ),
    )
    .returning({ id: importFiles.id });
  return finished.length > 0;
}

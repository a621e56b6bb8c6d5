import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { importFiles, sourceFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

/** Takes an activity away with its recordings, its stream and its edits. False when there is none. */
export async function deleteActivity(tx: AthleteTx, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const deleted = await tx.db
    .delete(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, id)))
    .returning({ id: activities.id });
  return deleted.length > 0;
}

/** Takes an original away, with the rows of the import ledger that tell of it. */
export async function deleteSourceFile(tx: AthleteTx, sourceFileId: string): Promise<void> {
  if (!isUuid(sourceFileId)) return;
  await tx.db
    .delete(importFiles)
    .where(
      and(eq(importFiles.athleteId, tx.athleteId), eq(importFiles.sourceFileId, sourceFileId)),
    );
  await tx.db
    .delete(sourceFiles)
    .where(and(eq(sourceFiles.athleteId, tx.athleteId), eq(sourceFiles.id, sourceFileId)));
}

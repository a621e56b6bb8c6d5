import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { sourceFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

export type ActivityRecording = {
  readonly sourceFileId: string;
  readonly sessionIndex: number;
  /** Raw deflate of the original file. */
  readonly content: Uint8Array;
};

/** The file that an activity was read from; null when there is none, or no such activity. */
export async function activityRecording(
  tx: AthleteTx,
  id: string,
): Promise<ActivityRecording | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.db
    .select({
      sourceFileId: sourceFiles.id,
      sessionIndex: activities.sessionIndex,
      content: sourceFiles.content,
    })
    .from(activities)
    .innerJoin(
      sourceFiles,
      and(
        eq(sourceFiles.id, activities.sourceFileId),
        eq(sourceFiles.athleteId, activities.athleteId),
      ),
    )
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, id)));
  return row ?? null;
}

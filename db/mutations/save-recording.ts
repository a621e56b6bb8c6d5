import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { sourceFiles } from "@/db/schema/imports";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

export type NewRecording = Omit<typeof recordings.$inferInsert, "id" | "athleteId" | "createdAt">;

/**
 * Makes a session of a source file a recording of an activity: stored once, replaced after
 * that. Throws "not_found" when the activity or the file is not the athlete's.
 */
export async function saveRecording(tx: AthleteTx, recording: NewRecording): Promise<void> {
  // A foreign key looks past row-level security, so whose rows these are must be asked.
  if (!(await areOwn(tx, recording))) throw notFound("This activity");
  const { sourceFileId: _file, sessionIndex: _session, ...changes } = recording;
  await tx.db
    .insert(recordings)
    .values({ ...recording, athleteId: tx.athleteId })
    .onConflictDoUpdate({
      target: [recordings.athleteId, recordings.sourceFileId, recordings.sessionIndex],
      set: changes,
    });
}

async function areOwn(tx: AthleteTx, { activityId, sourceFileId }: NewRecording): Promise<boolean> {
  if (!isUuid(activityId) || !isUuid(sourceFileId)) return false;
  const [found] = await tx.db
    .select({ id: activities.id })
    .from(activities)
    .innerJoin(sourceFiles, eq(sourceFiles.athleteId, activities.athleteId))
    .where(
      and(
        eq(activities.athleteId, tx.athleteId),
        eq(activities.id, activityId),
        eq(sourceFiles.id, sourceFileId),
      ),
    );
  return found !== undefined;
}

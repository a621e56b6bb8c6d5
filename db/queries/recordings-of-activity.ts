import { and, asc, eq } from "drizzle-orm";
import { sourceFiles } from "@/db/schema/imports";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

const COLUMNS = {
  id: recordings.id,
  sourceFileId: recordings.sourceFileId,
  sessionIndex: recordings.sessionIndex,
  sha256: sourceFiles.sha256,
  kind: sourceFiles.kind,
  isPartial: recordings.isPartial,
  day: recordings.day,
  formerActivityId: recordings.formerActivityId,
  formerFacts: recordings.formerFacts,
};

/** The recordings of one of the athlete's activities, oldest first; none for anybody else's. */
export async function recordingsOfActivity(tx: AthleteTx, activityId: string) {
  if (!isUuid(activityId)) return [];
  return tx.db
    .select(COLUMNS)
    .from(recordings)
    .innerJoin(
      sourceFiles,
      and(
        eq(sourceFiles.id, recordings.sourceFileId),
        eq(sourceFiles.athleteId, recordings.athleteId),
      ),
    )
    .where(and(eq(recordings.athleteId, tx.athleteId), eq(recordings.activityId, activityId)))
    .orderBy(asc(recordings.createdAt), asc(recordings.id));
}

export type RecordingOfActivity = Awaited<ReturnType<typeof recordingsOfActivity>>[number];

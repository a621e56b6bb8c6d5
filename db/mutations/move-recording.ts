import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { type FormerFacts, recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

export type RecordingMove = Pick<typeof recordings.$inferInsert, "activityId" | "joinedBy"> & {
  /** What the recording's activity was; null once that is given back. */
  readonly formerActivityId: string | null;
  readonly formerFacts: FormerFacts | null;
};

/**
 * Makes a recording one of another activity. Throws "not_found" when either is not the
 * athlete's.
 */
export async function moveRecording(
  tx: AthleteTx,
  recordingId: string,
  move: RecordingMove,
): Promise<void> {
  if (!isUuid(recordingId) || !isUuid(move.activityId)) throw notFound("This recording");
  const [target] = await tx.db
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, move.activityId)));
  if (!target) throw notFound("This activity");
  const moved = await tx.db
    .update(recordings)
    .set(move)
    .where(and(eq(recordings.athleteId, tx.athleteId), eq(recordings.id, recordingId)))
    .returning({ id: recordings.id });
  if (moved.length === 0) throw notFound("This recording");
}

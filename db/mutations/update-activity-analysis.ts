import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { EncodedStreams } from "@/db/streams/encode-streams";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { saveStreams } from "./save-streams";

/** What an analysis works out, and what an edit leaves of the recording; the file never changes. */
export type AnalysisColumns = Pick<
  typeof activities.$inferInsert,
  | "movingS"
  | "ascentM"
  | "avgPowerW"
  | "avgHeartRateBpm"
  | "load"
  | "loadMethod"
  | "loads"
  | "metrics"
  | "timeInZone"
  | "notes"
  | "profile"
  | "intervals"
  | "analysedAt"
  | "curveGrid"
> &
  Partial<
    Pick<
      typeof activities.$inferInsert,
      "timerS" | "distanceM" | "laps" | "lengths" | "sets" | "workout"
    >
  >;

/**
 * Replaces an activity's analysis and streams.
 * Throws "not_found" when the athlete has no such activity.
 */
export async function updateActivityAnalysis(
  tx: AthleteTx,
  activityId: string,
  analysis: AnalysisColumns,
  streams: EncodedStreams | null,
): Promise<void> {
  if (!isUuid(activityId)) throw notFound("This activity");
  const updated = await tx.db
    .update(activities)
    .set(analysis)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, activityId)))
    .returning({ id: activities.id });
  if (updated.length === 0) throw notFound("This activity");
  await saveStreams(tx, activityId, streams);
}

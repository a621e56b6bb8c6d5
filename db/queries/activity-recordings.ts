import { and, asc, eq, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { importFiles } from "@/db/schema/imports";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

/**
 * What the recordings of an activity hold, side by side: the one that gives the clock first.
 * `fileName` is null when the ledger row of the file is gone.
 */
export async function activityRecordings(tx: AthleteTx, activityId: string) {
  if (!isUuid(activityId)) return [];
  const fileName = sql<string | null>`(
    select f.name from ${importFiles} f
    where f.athlete_id = ${recordings.athleteId} and f.source_file_id = ${recordings.sourceFileId}
    order by f.created_at, f.position limit 1)`;
  const isBase = sql<boolean>`(${recordings.sourceFileId} = ${activities.sourceFileId}
    and ${recordings.sessionIndex} = ${activities.sessionIndex})`;
  return tx.db
    .select({
      id: recordings.id,
      fileName,
      isBase,
      isPartial: recordings.isPartial,
      sport: recordings.sport,
      startedAt: recordings.startedAt,
      utcOffsetS: recordings.utcOffsetS,
      elapsedS: recordings.elapsedS,
      timerS: recordings.timerS,
      distanceM: recordings.distanceM,
      device: recordings.device,
      coverage: recordings.coverage,
      wins: recordings.wins,
      joinedBy: recordings.joinedBy,
    })
    .from(recordings)
    .innerJoin(
      activities,
      and(eq(activities.id, recordings.activityId), eq(activities.athleteId, recordings.athleteId)),
    )
    .where(and(eq(recordings.athleteId, tx.athleteId), eq(recordings.activityId, activityId)))
    .orderBy(sql`${isBase} desc nulls last`, asc(recordings.createdAt), asc(recordings.id));
}

export type ActivityRecording = Awaited<ReturnType<typeof activityRecordings>>[number];

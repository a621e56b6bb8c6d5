import {
  and,
  asc,
  between,
  eq,
  exists,
  inArray,
  notExists,
  notInArray,
  or,
  sql,
} from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { type SOURCE_KINDS, sourceFiles } from "@/db/schema/imports";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";

export type ActivityForFacts = {
  readonly id: string;
  readonly day: LocalDate;
  readonly sport: Sport;
  readonly timerS: number;
  readonly distanceM: number | null;
  readonly load: number | null;
};

/** The activities of the days from `from` to `to`, both included, in order of start. */
export async function activitiesForFacts(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<ActivityForFacts[]> {
  const { id, day, sport, timerS, distanceM, load } = activities;
  return tx.db
    .select({ id, day, sport, timerS, distanceM, load })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), between(day, from, to)))
    .orderBy(asc(activities.startedAt));
}

/**
 * Activities that are worked out of originals of these kinds alone, the oldest first: where
 * there is a file of another kind, that alone counts.
 */
export async function activitiesOfKindsOnly(
  tx: AthleteTx,
  kinds: readonly (typeof SOURCE_KINDS)[number][],
): Promise<{ readonly id: string; readonly day: LocalDate }[]> {
  const ofActivity = and(
    eq(sourceFiles.athleteId, tx.athleteId),
    or(eq(recordings.activityId, activities.id), eq(sourceFiles.id, activities.sourceFileId)),
  );
  const originals = () =>
    tx.db
      .select({ one: sql`1` })
      .from(sourceFiles)
      .leftJoin(recordings, eq(recordings.sourceFileId, sourceFiles.id));
  return tx.db
    .select({ id: activities.id, day: activities.day })
    .from(activities)
    .where(
      and(
        eq(activities.athleteId, tx.athleteId),
        exists(originals().where(and(ofActivity, inArray(sourceFiles.kind, [...kinds])))),
        notExists(originals().where(and(ofActivity, notInArray(sourceFiles.kind, [...kinds])))),
      ),
    )
    .orderBy(asc(activities.day));
}

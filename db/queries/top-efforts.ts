import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { bestEfforts } from "@/db/schema/bests";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";

export type TopEffort = {
  readonly activityId: string;
  readonly title: string;
  readonly day: LocalDate;
  readonly distanceM: number;
  readonly durationS: number;
  /** Length of the whole activity. */
  readonly activityDistanceM: number | null;
};

/** The sports in which the athlete has a best effort. */
export async function effortSports(tx: AthleteTx): Promise<Sport[]> {
  const found = await tx.db
    .selectDistinct({ sport: activities.sport })
    .from(bestEfforts)
    .innerJoin(
      activities,
      and(
        eq(activities.id, bestEfforts.activityId),
        eq(activities.athleteId, bestEfforts.athleteId),
      ),
    )
    .where(eq(bestEfforts.athleteId, tx.athleteId));
  return found.map(({ sport }) => sport);
}

type Wanted = {
  readonly sport: Sport;
  /** Null for all time. */
  readonly from: LocalDate | null;
  readonly to: LocalDate;
  /** How many of each distance. */
  readonly places: number;
};

/** The fastest efforts of a sport over each distance on these days, the shortest distance first. */
export async function topEfforts(tx: AthleteTx, wanted: Wanted): Promise<TopEffort[]> {
  const ranked = tx.db
    .select({
      activityId: bestEfforts.activityId,
      title: activities.title,
      day: activities.day,
      distanceM: bestEfforts.distanceM,
      durationS: bestEfforts.durationS,
      activityDistanceM: sql<number | null>`${activities.distanceM}`.as("activity_distance_m"),
      place: sql<number>`row_number() over (
        partition by ${bestEfforts.distanceM}
        order by ${bestEfforts.durationS}, ${activities.startedAt})`.as("place"),
    })
    .from(bestEfforts)
    .innerJoin(
      activities,
      and(
        eq(activities.id, bestEfforts.activityId),
        eq(activities.athleteId, bestEfforts.athleteId),
      ),
    )
    .where(
      and(
        eq(bestEfforts.athleteId, tx.athleteId),
        eq(activities.sport, wanted.sport),
        lte(activities.day, wanted.to),
        wanted.from === null ? undefined : gte(activities.day, wanted.from),
      ),
    )
    .as("ranked");
  return tx.db
    .select({
      activityId: ranked.activityId,
      title: ranked.title,
      day: ranked.day,
      distanceM: ranked.distanceM,
      durationS: ranked.durationS,
      activityDistanceM: ranked.activityDistanceM,
    })
    .from(ranked)
    .where(lte(ranked.place, wanted.places))
    .orderBy(asc(ranked.distanceM), asc(ranked.place));
}

import { and, asc, eq, gte, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";

export type DailyLoadInput = {
  readonly day: LocalDate;
  readonly sport: Sport;
  /** Sum over the activities that have a load; null when none of them has one. */
  readonly load: number | null;
  readonly durationS: number;
  readonly activities: number;
  /** How many of them support no load at all. */
  readonly withoutLoad: number;
};

/**
 * What was done on each day, per sport, from `fromDay` on when it is given. Days without
 * activities are absent.
 */
export async function dailyLoadInputs(
  tx: AthleteTx,
  fromDay?: LocalDate,
): Promise<DailyLoadInput[]> {
  return tx.db
    .select({
      day: activities.day,
      sport: activities.sport,
      load: sql<number | null>`sum(${activities.load})`,
      durationS: sql<number>`sum(${activities.timerS})`,
      activities: sql<number>`count(*)`.mapWith(Number),
      withoutLoad: sql<number>`count(*) filter (where ${activities.load} is null)`.mapWith(Number),
    })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), fromDay && gte(activities.day, fromDay)))
    .groupBy(activities.day, activities.sport)
    .orderBy(asc(activities.day), asc(activities.sport));
}

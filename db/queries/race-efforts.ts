import { and, asc, eq, gte, lte } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { bestEfforts } from "@/db/schema/bests";
import { contextEvents } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { TopEffort } from "./top-efforts";

/** The best efforts of the runs on days that the athlete marked as a race, up to a day, oldest first. */
export async function raceEfforts(tx: AthleteTx, to: LocalDate): Promise<TopEffort[]> {
  return tx.db
    .selectDistinct({
      activityId: bestEfforts.activityId,
      title: activities.title,
      day: activities.day,
      distanceM: bestEfforts.distanceM,
      durationS: bestEfforts.durationS,
      activityDistanceM: activities.distanceM,
    })
    .from(contextEvents)
    .innerJoin(
      activities,
      and(
        eq(activities.athleteId, contextEvents.athleteId),
        eq(activities.sport, "running"),
        gte(activities.day, contextEvents.fromDay),
        lte(activities.day, contextEvents.toDay),
      ),
    )
    .innerJoin(
      bestEfforts,
      and(
        eq(bestEfforts.activityId, activities.id),
        eq(bestEfforts.athleteId, activities.athleteId),
      ),
    )
    .where(
      and(
        eq(contextEvents.athleteId, tx.athleteId),
        eq(contextEvents.kind, "race"),
        lte(activities.day, to),
      ),
    )
    .orderBy(asc(activities.day), asc(bestEfforts.activityId), asc(bestEfforts.distanceM));
}

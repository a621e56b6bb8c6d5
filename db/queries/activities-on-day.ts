import { and, asc, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";

export type ActivityOnDay = {
  readonly id: string;
  readonly title: string;
  readonly sport: Sport;
  readonly timerS: number;
};

/** What the athlete did on a day, in order of start. */
export async function activitiesOnDay(tx: AthleteTx, day: LocalDate): Promise<ActivityOnDay[]> {
  return tx.db
    .select({
      id: activities.id,
      title: activities.title,
      sport: activities.sport,
      timerS: activities.timerS,
    })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.day, day)))
    .orderBy(asc(activities.startedAt), asc(activities.id));
}

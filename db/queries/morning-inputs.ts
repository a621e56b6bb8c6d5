import { and, asc, between, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import type { AthleteSettings, LoadMethod, Sport } from "@/lib/training/activity/activity-types";
import { type CheckIn, checkInOn } from "./check-in-on";
import { type ContextEvent, contextEventsBetween } from "./context-events-between";
import { type DailyLoad, dailyLoadsBetween } from "./daily-loads-between";
import { findProfile, type Profile } from "./find-profile";
import { thresholdsOn } from "./thresholds-on";
import { type WellnessDay, wellnessWindow } from "./wellness-window";

export type RecentActivity = {
  readonly id: string;
  readonly day: LocalDate;
  readonly sport: Sport;
  readonly timerS: number;
  readonly load: number | null;
  readonly loadMethod: LoadMethod | null;
};

export type MorningInputs = {
  readonly profile: Profile;
  /** Capacities for the athlete's main sport. */
  readonly settings: AthleteSettings;
  /** The night of the day and those that its baselines rest on, oldest first. */
  readonly wellness: readonly WellnessDay[];
  readonly checkIn: CheckIn | null;
  /** Every series, "all" included, up to the eve of the day. */
  readonly loads: readonly DailyLoad[];
  /** What the athlete did before the day. */
  readonly activities: readonly RecentActivity[];
  readonly events: readonly ContextEvent[];
};

/** The longest baselines look 60 days back; loads need six weeks and their own four. */
const WELLNESS_DAYS = 90;
const LOAD_DAYS = 90;
const ACTIVITY_DAYS = 42;

/** Everything that the answer for a morning is made from. */
export async function morningInputs(tx: AthleteTx, day: LocalDate): Promise<MorningInputs> {
  const profile = await findProfile(tx);
  const eve = addDays(day, -1);
  return {
    profile,
    settings: await thresholdsOn(tx, day, profile.mainSport),
    wellness: await wellnessWindow(tx, addDays(day, -WELLNESS_DAYS), day),
    checkIn: await checkInOn(tx, day),
    loads: await dailyLoadsBetween(tx, addDays(day, -LOAD_DAYS), eve),
    activities: await activitiesBetween(tx, addDays(day, -ACTIVITY_DAYS), eve),
    events: await contextEventsBetween(tx, addDays(day, -ACTIVITY_DAYS), day),
  };
}

function activitiesBetween(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<RecentActivity[]> {
  return tx.db
    .select({
      id: activities.id,
      day: activities.day,
      sport: activities.sport,
      timerS: activities.timerS,
      load: activities.load,
      loadMethod: activities.loadMethod,
    })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), between(activities.day, from, to)))
    .orderBy(asc(activities.startedAt));
}

import { and, asc, between, eq, getTableColumns, isNotNull, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { activities } from "@/db/schema/activities";
import { activityCourses } from "@/db/schema/activity-courses";
import { checkIns, mornings } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { instantAt } from "@/lib/dates/zoned-time";
import type { LoadMethod, TimeInZone } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import type { Recommendation } from "@/lib/training/plan/workout-types";
import { type BusyTimeRow, busyTimesBetween } from "./busy-times-between";
import { type ContextEvent, contextEventsBetween } from "./context-events-between";
import { type DailyLoad, dailyLoadsBetween } from "./daily-loads-between";
import { findProfile, type Profile } from "./find-profile";
import { listThresholds, type Threshold } from "./list-thresholds";
import { type MorningNight, morningNights } from "./wellness-window";

/** How far back the answer for one morning looks: HRV's normal range is the longest. */
const LOOKBACK_DAYS = 90;
/** Races ahead that shape the phase: twelve weeks of build. */
export const LOOKAHEAD_DAYS = 84;

export type CheckIn = Omit<typeof checkIns.$inferSelect, "athleteId">;

export type TrainedActivity = {
  readonly day: LocalDate;
  readonly sport: Sport;
  readonly timerS: number;
  readonly load: number | null;
  readonly loadMethod: LoadMethod | null;
  readonly rpe: number | null;
  readonly timeInZone: { heartRate?: TimeInZone; power?: TimeInZone; pace?: TimeInZone };
  readonly startedAt: Date;
  readonly utcOffsetS: number;
  /** By a weather service; null where none was asked. */
  readonly airTemperatureC: number | null;
  /** Where it began; null without a track. */
  readonly startLatitudeDeg: number | null;
  readonly startLongitudeDeg: number | null;
};

/** What a stretch of mornings is answered from, each list oldest first. */
export type MorningHistory = {
  readonly profile: Profile;
  readonly thresholds: readonly Threshold[];
  readonly wellness: readonly MorningNight[];
  readonly checkIns: readonly CheckIn[];
  /** Every series, "all" included. */
  readonly loads: readonly DailyLoad[];
  readonly activities: readonly TrainedActivity[];
  readonly events: readonly ContextEvent[];
  /** By all calendars, in the order of their beginning. */
  readonly busyTimes: readonly BusyTimeRow[];
  /** Days whose workout the athlete has answered, with that workout. */
  readonly answered: ReadonlyMap<LocalDate, Recommendation>;
};

/** Reads, once, all that the mornings from `from` to `to` need. */
export async function morningHistory(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<MorningHistory> {
  const since = addDays(from, -LOOKBACK_DAYS);
  const profile = await findProfile(tx);
  return {
    profile,
    thresholds: await listThresholds(tx),
    wellness: await morningNights(tx, since, to),
    checkIns: await checkInsBetween(tx, since, to),
    loads: await dailyLoadsBetween(tx, since, to),
    activities: await activitiesBetween(tx, since, to),
    events: await contextEventsBetween(tx, since, addDays(to, LOOKAHEAD_DAYS)),
    busyTimes: await busyTimesOn(tx, from, to, profile),
    answered: await answeredBetween(tx, from, to),
  };
}

/** Those that touch the athlete's days from `from` to `to`. */
export function busyTimesOn(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
  { timeZone }: Pick<Profile, "timeZone">,
): Promise<BusyTimeRow[]> {
  const end = instantAt(addDays(to, 1), 0, 0, timeZone);
  return busyTimesBetween(tx, instantAt(from, 0, 0, timeZone), end);
}

export function checkInsBetween(tx: AthleteTx, from: LocalDate, to: LocalDate): Promise<CheckIn[]> {
  return checkInsStatement(tx.db).execute({ athleteId: tx.athleteId, from, to });
}

const { athleteId: _athleteId, ...checkInColumns } = getTableColumns(checkIns);
const { placeholder } = sql;

const checkInsStatement = prepared("formline_check_ins", (db) =>
  db
    .select(checkInColumns)
    .from(checkIns)
    .where(
      and(
        eq(checkIns.athleteId, placeholder("athleteId")),
        between(checkIns.day, placeholder("from"), placeholder("to")),
      ),
    )
    .orderBy(asc(checkIns.day)),
);

export function activitiesBetween(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<TrainedActivity[]> {
  return activitiesStatement(tx.db).execute({ athleteId: tx.athleteId, from, to });
}

const { day, sport, timerS, load, loadMethod, rpe, timeInZone, startedAt, utcOffsetS } = activities;
const { startLatitudeDeg, startLongitudeDeg } = activityCourses;
const training = { day, sport, timerS, load, loadMethod, rpe, timeInZone };

const airTemperatureC = sql<
  number | null
>`(${activities.weather} ->> 'temperatureC')::double precision`;

const activitiesStatement = prepared("formline_trained_activities", (db) =>
  db
    .select({
      ...training,
      startedAt,
      utcOffsetS,
      airTemperatureC,
      startLatitudeDeg,
      startLongitudeDeg,
    })
    .from(activities)
    .leftJoin(
      activityCourses,
      and(
        eq(activityCourses.activityId, activities.id),
        eq(activityCourses.athleteId, activities.athleteId),
      ),
    )
    .where(
      and(
        eq(activities.athleteId, placeholder("athleteId")),
        between(day, placeholder("from"), placeholder("to")),
      ),
    )
    .orderBy(asc(activities.startedAt)),
);

async function answeredBetween(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<Map<LocalDate, Recommendation>> {
  const rows = await tx.db
    .select({ day: mornings.day, recommendation: mornings.recommendation })
    .from(mornings)
    .where(
      and(
        eq(mornings.athleteId, tx.athleteId),
        between(mornings.day, from, to),
        isNotNull(mornings.response),
      ),
    );
  return new Map(rows.map((row) => [row.day, row.recommendation]));
}

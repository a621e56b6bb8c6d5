import { and, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { athletes, checkIns, mornings } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import type { KeptWords } from "@/lib/assistant/best-words";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { notFound } from "@/lib/errors";
import type { Sport } from "@/lib/training/activity/sports";
import type { RecommendationInput } from "@/lib/training/plan/recommendation-input";
import type { Recommendation, RecommendedWorkout } from "@/lib/training/plan/workout-types";
import type { MorningProgress, MorningRevision } from "@/lib/training/recovery/morning-types";
import type { ReadinessInput } from "@/lib/training/recovery/readiness-signals";
import type { ReadinessDecision, RecoveryScore } from "@/lib/training/recovery/recovery-types";
import type { LastWeek } from "@/lib/training/track-record/asks-last-week";
import type { UnitSystem } from "@/lib/units/unit-system";
import type { Insight } from "./insights-on";

/** Load history that the screen shows, and nights that the normal ranges rest on. */
export const TODAY_LOAD_DAYS = 90;
export const TODAY_NIGHTS = 61;

export type TodayMorning = {
  readonly recovery: RecoveryScore;
  readonly decision: ReadinessDecision;
  readonly recommendation: Recommendation;
  /** What the decision was made from, as stored. */
  readonly readiness: ReadinessInput;
  /** What the recommendation was made from, as stored. */
  readonly workoutInput: RecommendationInput | null;
  readonly response: "accepted" | "kept" | "swapped" | "skipped" | null;
  /** What was taken in the place of the recommended workout. */
  readonly chosen: RecommendedWorkout | null;
  readonly computedAt: Date;
  /** What was not in yet; null when nothing is waited for. */
  readonly progress: MorningProgress | null;
  /** How late data changed it, the oldest first. */
  readonly revisions: readonly MorningRevision[];
};

export type TodayCheckIn = {
  readonly readiness: number;
  readonly soreness: number;
  readonly mood: number;
  readonly stress: number;
  readonly hasSymptoms: boolean;
  readonly note: string | null;
  readonly createdAt: Date;
};

export type TodayLoad = {
  readonly day: LocalDate;
  readonly load: number;
  readonly fitness: number;
  readonly fatigue: number;
  readonly form: number;
};

export type TodayNight = {
  readonly day: LocalDate;
  readonly hrvRmssdMs: number | null;
  readonly restingHrBpm: number | null;
  readonly sleepS: number | null;
  readonly stressAvg: number | null;
};

export type TodayActivity = {
  readonly id: string;
  readonly day: LocalDate;
  readonly sport: Sport;
  readonly title: string;
  readonly timerS: number;
  readonly distanceM: number | null;
  readonly avgHeartRateBpm: number | null;
  readonly load: number | null;
  readonly rpe: number | null;
};

export type TodayEvent = {
  readonly kind: "illness" | "injury" | "travel" | "race" | "holiday" | "note";
  readonly title: string;
  readonly fromDay: LocalDate;
  readonly toDay: LocalDate;
};

/** The weightiest of what was told lately and has not been rated yet; a calm week is no news. */
export type TodayInsight = Pick<
  Insight,
  | ("detector" | "severity" | "sport" | "toDay")
  | ("title" | "text" | "action" | "evidence" | "cited")
>;

/** Everything that the Today screen shows of one athlete on one day. */
export type TodayData = {
  readonly day: LocalDate;
  readonly units: UnitSystem;
  /** 1 = Monday … 7 = Sunday. */
  readonly firstWeekday: number;
  /** Minutes after local midnight at which the morning runs. */
  readonly morningMinute: number;
  readonly morning: TodayMorning | null;
  readonly checkIn: TodayCheckIn | null;
  /** Ascending, at most TODAY_LOAD_DAYS up to `day`. */
  readonly loads: readonly TodayLoad[];
  /** The first day with a load series; null before the first activity. */
  readonly loadSince: LocalDate | null;
  /** Ascending, at most TODAY_NIGHTS up to `day`; days without a row are absent. */
  readonly nights: readonly TodayNight[];
  /** Of the seven days up to `day`, in order of start. */
  readonly activities: readonly TodayActivity[];
  /** Touching `day` or still to come, in order. */
  readonly events: readonly TodayEvent[];
  readonly lastWeek: LastWeek;
  /** Null when nothing is new. */
  readonly insight: TodayInsight | null;
  /** The morning's answer in a model's words; null where none has written. */
  readonly keptBriefing: KeptWords | null;
  /** Whether the athlete lets one write. */
  readonly mayAskModel: boolean;
};

/**
 * The Today screen's data in one statement, so that a page view costs one round trip
 * inside its transaction. Lists arrive as JSON aggregates. Throws not_found for an
 * athlete that is gone.
 */
export async function getToday(tx: AthleteTx, day: LocalDate): Promise<TodayData> {
  const rows = await todayStatement(tx.db).execute({
    athleteId: tx.athleteId,
    day,
    loadsFrom: addDays(day, 1 - TODAY_LOAD_DAYS),
    nightsFrom: addDays(day, 1 - TODAY_NIGHTS),
    activitiesFrom: addDays(day, -6),
  });
  const row = rows[0];
  if (!row) throw notFound("The athlete");
  return {
    day,
    units: row.units,
    firstWeekday: row.firstWeekday,
    morningMinute: row.morningMinute,
    morning: morningOf(row),
    checkIn: checkInOf(row),
    loads: row.loads.map(([day, load, fitness, fatigue, form]) => ({
      day,
      load,
      fitness,
      fatigue,
      form,
    })),
    loadSince: row.loadSince,
    nights: row.nights.map(([day, hrvRmssdMs, restingHrBpm, sleepS, stressAvg]) => ({
      day,
      hrvRmssdMs,
      restingHrBpm,
      sleepS,
      stressAvg,
    })),
    activities: row.activities,
    events: row.events,
    lastWeek: { hasAnswer: row.hasWeekAnswer, hasMornings: row.hasWeekMornings },
    insight: row.insight,
    keptBriefing: row.keptBriefing,
    mayAskModel: row.mayAskModel,
  };
}

const ATHLETE = sql.placeholder("athleteId");
const DAY = sql`${sql.placeholder("day")}::date`;

/** Rows of numbers, not of objects: the names would be half of what travels. */
type LoadRow = readonly [
  day: LocalDate,
  load: number,
  fitness: number,
  fatigue: number,
  form: number,
];

const LOADS = sql<LoadRow[]>`(select coalesce(
    json_agg(json_build_array(day, load, fitness, fatigue, form) order by day), '[]'::json)
  from daily_loads
  where athlete_id = ${ATHLETE} and sport = 'all'
    and day between ${sql.placeholder("loadsFrom")} and ${DAY})`;

const LOAD_SINCE = sql<LocalDate | null>`(select min(day)::text from daily_loads
  where athlete_id = ${ATHLETE} and sport = 'all')`;

type NightRow = readonly [
  day: LocalDate,
  hrvRmssdMs: number | null,
  restingHrBpm: number | null,
  sleepS: number | null,
  stressAvg: number | null,
];

const NIGHTS = sql<NightRow[]>`(select coalesce(
    json_agg(json_build_array(day, hrv_rmssd_ms, resting_hr_bpm, sleep_s, stress_avg) order by day),
    '[]'::json)
  from wellness_days
  where athlete_id = ${ATHLETE} and day between ${sql.placeholder("nightsFrom")} and ${DAY})`;

const ACTIVITIES = sql<TodayActivity[]>`(select coalesce(json_agg(json_build_object(
    'id', id, 'day', day, 'sport', sport, 'title', title, 'timerS', timer_s,
    'distanceM', distance_m, 'avgHeartRateBpm', avg_heart_rate_bpm,
    'load', load, 'rpe', rpe) order by started_at), '[]'::json)
  from activities
  where athlete_id = ${ATHLETE} and day between ${sql.placeholder("activitiesFrom")} and ${DAY})`;

const EVENTS = sql<TodayEvent[]>`(select coalesce(json_agg(json_build_object(
    'kind', kind, 'title', title, 'fromDay', from_day, 'toDay', to_day) order by from_day), '[]'::json)
  from context_events
  where athlete_id = ${ATHLETE} and to_day >= ${DAY})`;

/** Its Monday; "week" begins on one in PostgreSQL. */
const LAST_WEEK = sql`(date_trunc('week', ${DAY}) - interval '7 days')::date`;

const HAS_WEEK_ANSWER = sql<boolean>`exists (select 1 from weekly_readiness
  where athlete_id = ${ATHLETE} and week = ${LAST_WEEK})`;

const HAS_WEEK_MORNINGS = sql<boolean>`exists (select 1 from mornings
  where athlete_id = ${ATHLETE} and day between ${LAST_WEEK} and ${LAST_WEEK} + 6)`;

const INSIGHT_NEWS_DAYS = 3;

const INSIGHT = sql<TodayInsight | null>`(select json_build_object(
    'detector', detector, 'severity', severity, 'sport', sport, 'toDay', to_day,
    'title', title, 'text', text, 'action', action, 'evidence', evidence, 'cited', cited)
  from insights
  where athlete_id = ${ATHLETE} and invalidated_at is null and activity_id is null
    and kind <> 'briefing' and feedback is null and detector not like 'week-%'
    and valid_until > ${DAY}
    and created_at > ${DAY} - ${sql.raw(`${INSIGHT_NEWS_DAYS}`)}
  order by to_day desc, created_at desc, position limit 1)`;

const KEPT_BRIEFING = sql<KeptWords | null>`(select json_build_object(
    'id', id, 'title', title, 'text', text, 'action', action, 'model', model,
    'severity', severity, 'evidence', evidence, 'cited', cited, 'feedback', feedback)
  from insights
  where athlete_id = ${ATHLETE} and kind = 'briefing' and to_day = ${DAY}
    and invalidated_at is null
  order by created_at desc limit 1)`;

const MAY_ASK_MODEL = sql<boolean>`exists (select 1 from ai_settings
  where athlete_id = ${ATHLETE} and consented_at is not null)`;

const todayStatement = prepared("formline_today", (db) =>
  db
    .select({
      units: athletes.units,
      firstWeekday: athletes.firstWeekday,
      morningMinute: athletes.morningMinute,
      recovery: mornings.recovery,
      decision: mornings.decision,
      recommendation: mornings.recommendation,
      readiness: sql<ReadinessInput | null>`${mornings.inputs} -> 'readiness'`,
      workoutInput: sql<RecommendationInput | null>`${mornings.inputs} -> 'workout'`,
      response: mornings.response,
      chosen: mornings.chosen,
      computedAt: mornings.computedAt,
      progress: mornings.progress,
      revisions: mornings.revisions,
      felt: checkIns.readiness,
      soreness: checkIns.soreness,
      mood: checkIns.mood,
      stress: checkIns.stress,
      hasSymptoms: checkIns.hasSymptoms,
      note: checkIns.note,
      checkedInAt: checkIns.createdAt,
      loads: LOADS,
      loadSince: LOAD_SINCE,
      nights: NIGHTS,
      activities: ACTIVITIES,
      events: EVENTS,
      hasWeekAnswer: HAS_WEEK_ANSWER,
      hasWeekMornings: HAS_WEEK_MORNINGS,
      insight: INSIGHT,
      keptBriefing: KEPT_BRIEFING,
      mayAskModel: MAY_ASK_MODEL,
    })
    .from(athletes)
    .leftJoin(mornings, and(eq(mornings.athleteId, ATHLETE), eq(mornings.day, DAY)))
    .leftJoin(checkIns, and(eq(checkIns.athleteId, ATHLETE), eq(checkIns.day, DAY)))
    .where(eq(athletes.id, ATHLETE)),
);

type MorningColumns = { readonly [Key in keyof TodayMorning]: TodayMorning[Key] | null };

function morningOf(row: MorningColumns): TodayMorning | null {
  const { recovery, decision, recommendation, readiness, workoutInput, computedAt } = row;
  if (!recovery || !decision || !recommendation || !readiness || !computedAt) return null;
  const answer = { response: row.response, chosen: row.chosen };
  const late = { progress: row.progress, revisions: row.revisions ?? [] };
  const made = { recovery, decision, recommendation, readiness, workoutInput, computedAt };
  return { ...made, ...answer, ...late };
}

type CheckInColumns = {
  readonly [Key in Exclude<keyof TodayCheckIn, "createdAt" | "readiness">]:
    | TodayCheckIn[Key]
    | null;
} & { readonly felt: number | null; readonly checkedInAt: Date | null };

function checkInOf(row: CheckInColumns): TodayCheckIn | null {
  const { felt, soreness, mood, stress, hasSymptoms, note, checkedInAt } = row;
  if (felt === null || soreness === null || mood === null || stress === null) return null;
  if (hasSymptoms === null || checkedInAt === null) return null;
  return { readiness: felt, soreness, mood, stress, hasSymptoms, note, createdAt: checkedInAt };
}

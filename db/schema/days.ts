import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import type { Sport } from "@/lib/training/activity/sports";
import { BODY_PARTS } from "@/lib/training/plan/injuries";
import { RACE_PRIORITIES, RACE_SPORTS } from "@/lib/training/plan/race-priority";
import type { Recommendation, RecommendedWorkout } from "@/lib/training/plan/workout-types";
import type {
  MorningDraft,
  MorningProgress,
  MorningRevision,
} from "@/lib/training/recovery/morning-types";
import type { ReadinessDecision, RecoveryScore } from "@/lib/training/recovery/recovery-types";
import type { WellnessFields } from "@/lib/training/recovery/wellness-types";
import { athleteId, createdAt, day, id, instant, ownRowsOnly } from "./columns";

/** One night and its day, keyed by the local wake date. Null is "not measured", never 0. */
export const wellnessDays = pgTable(
  "wellness_days",
  {
    athleteId: athleteId(),
    day: day().notNull(),
    hrvRmssdMs: doublePrecision(),
    hrvSource: text(),
    /** Another measure than RMSSD: never judged as if it were one (HRV-1). */
    hrvSdnnMs: doublePrecision(),
    restingHrBpm: doublePrecision(),
    sleepS: integer(),
    sleepScore: doublePrecision(),
    deepSleepS: integer(),
    lightSleepS: integer(),
    remSleepS: integer(),
    awakeS: integer(),
    sleepStartAt: instant(),
    sleepEndAt: instant(),
    stressAvg: doublePrecision(),
    bodyBatteryHigh: doublePrecision(),
    bodyBatteryLow: doublePrecision(),
    respirationBrpm: doublePrecision(),
    spo2Pct: doublePrecision(),
    weightKg: doublePrecision(),
    steps: integer(),
    deviceReadiness: doublePrecision(),
    /** Field name → what it came from. */
    sources: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Field name → why that source was taken, where several had a value. */
    reasons: jsonb().$type<Record<string, string>>().notNull().default({}),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.day] }), ownRowsOnly()],
);

/** What one source said of one day, as it came; `wellness_days` is what follows from all of them. */
export const wellnessRecords = pgTable(
  "wellness_records",
  {
    athleteId: athleteId(),
    day: day().notNull(),
    source: text().notNull(),
    /** The fields of a WellnessObservation; what a source does not say is absent. */
    fields: jsonb().$type<WellnessFields>().notNull(),
    receivedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.day, t.source] }), ownRowsOnly()],
);

/** Answers 1 (worst) to 5 (best) on felt readiness, soreness, mood, stress. */
export const checkIns = pgTable(
  "check_ins",
  {
    athleteId: athleteId(),
    day: day().notNull(),
    readiness: integer().notNull(),
    soreness: integer().notNull(),
    mood: integer().notNull(),
    stress: integer().notNull(),
    hasSymptoms: boolean().notNull().default(false),
    note: text(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.day] }), ownRowsOnly()],
);

/** How ready the athlete felt in a week, asked once it is over: 1 (worst) to 5 (best). */
export const weeklyReadiness = pgTable(
  "weekly_readiness",
  {
    athleteId: athleteId(),
    /** Its Monday. */
    week: day().notNull(),
    readiness: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.week] }), ownRowsOnly()],
);

export const CONTEXT_KINDS = ["illness", "injury", "travel", "race", "holiday", "note"] as const;

export const contextEvents = pgTable(
  "context_events",
  {
    id: id(),
    athleteId: athleteId(),
    kind: text({ enum: CONTEXT_KINDS }).notNull(),
    title: text().notNull(),
    fromDay: day().notNull(),
    toDay: day().notNull(),
    /** How much a race counts; null where that was not said. */
    priority: text({ enum: RACE_PRIORITIES }),
    /** What a race is in, and how long it is; null where that was not said. */
    raceSport: text({ enum: RACE_SPORTS }),
    raceDistanceM: doublePrecision(),
    /** Where an injury is; null where that was not said. */
    bodyPart: text({ enum: BODY_PARTS }),
    /** Sports that an injury forbids; null where that was not said. */
    forbidden: jsonb().$type<Sport[]>(),
    createdAt: createdAt(),
  },
  (t) => [index("context_events_athlete").on(t.athleteId, t.fromDay), ownRowsOnly()],
);

/** Load and its derived series; `sport` "all" is the combined one. */
export const dailyLoads = pgTable(
  "daily_loads",
  {
    athleteId: athleteId(),
    sport: text().notNull(),
    day: day().notNull(),
    load: doublePrecision().notNull(),
    durationS: doublePrecision().notNull(),
    /** CTL, ATL at the end of the day; TSB on its morning. */
    fitness: doublePrecision().notNull(),
    fatigue: doublePrecision().notNull(),
    form: doublePrecision().notNull(),
    ramp: doublePrecision(),
    monotony: doublePrecision(),
    strain: doublePrecision(),
    /** Start of day: today excluded. */
    acwr: doublePrecision(),
    formula: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.sport, t.day] }), ownRowsOnly()],
);

/** The morning's answer with everything it was made from: the receipt. */
export const mornings = pgTable(
  "mornings",
  {
    athleteId: athleteId(),
    day: day().notNull(),
    recovery: jsonb().$type<RecoveryScore>().notNull(),
    decision: jsonb().$type<ReadinessDecision>().notNull(),
    recommendation: jsonb().$type<Recommendation>().notNull(),
    /** The exact input objects, so that the day can be replayed bit for bit. */
    inputs: jsonb().$type<Record<string, unknown>>().notNull(),
    response: text({ enum: ["accepted", "kept", "swapped", "skipped"] }),
    respondedAt: instant(),
    /** What was taken in the place of the recommended workout; null unless swapped. */
    chosen: jsonb().$type<RecommendedWorkout>(),
    computedAt: instant().notNull(),
    /** What was not in yet when the answer was made; null when nothing was waited for. */
    progress: jsonb().$type<MorningProgress>(),
    /** How late data changed the answer, the oldest first. */
    revisions: jsonb().$type<MorningRevision[]>().notNull().default([]),
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.day] }), ownRowsOnly()],
);

/** When the next morning of an athlete is due (UTC); claimed by the dispatcher. */
export const athleteSchedules = pgTable(
  "athlete_schedules",
  {
    athleteId: athleteId().primaryKey(),
    nextMorningAt: instant().notNull(),
    /** The local day of the last morning that was started: no day gets a second one. */
    lastMorningDay: day(),
    /** The answer that a morning under way has worked out so far; null between mornings. */
    draft: jsonb().$type<MorningDraft>(),
    /** When the week's insights are due (UTC); null until the dispatcher has planned them. */
    nextInsightsAt: instant(),
  },
  (t) => [
    index("athlete_schedules_due").on(t.nextMorningAt),
    index("athlete_schedules_insights").on(t.nextInsightsAt),
    ownRowsOnly(),
  ],
);

import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { OriginalFacts } from "@/lib/training/activity/activity-edit";
import type { ActivityIntervals } from "@/lib/training/activity/activity-intervals";
import {
  type DeviceInfo,
  type DeviceValues,
  LOAD_METHODS,
  type LoadAlternative,
  type MetricValue,
  type QualityNote,
  type RecordedLap,
  type RecordedLength,
  type RecordedSet,
  type TimeInZone,
} from "@/lib/training/activity/activity-types";
import type { ActivityWeather } from "@/lib/training/activity/activity-weather";
import { SPORTS } from "@/lib/training/activity/sports";
import type { PlannedWorkout } from "@/lib/training/plan/planned-workout";
import { athleteId, bytea, createdAt, day, id, instant, ownRowsOnly } from "./columns";
import { sourceFiles } from "./imports";

export const activities = pgTable(
  "activities",
  {
    id: id(),
    athleteId: athleteId(),
    sourceFileId: uuid().references(() => sourceFiles.id, { onDelete: "set null" }),
    /** Which session of a multisport file; 0 for a plain one. */
    sessionIndex: integer().notNull().default(0),
    sport: text({ enum: SPORTS }).notNull(),
    subSport: text(),
    title: text().notNull(),
    startedAt: instant().notNull(),
    utcOffsetS: integer().notNull(),
    /** The local calendar day where it happened (SIG-6). */
    day: day().notNull(),
    elapsedS: doublePrecision().notNull(),
    timerS: doublePrecision().notNull(),
    movingS: doublePrecision(),
    distanceM: doublePrecision(),
    ascentM: doublePrecision(),
    avgPowerW: doublePrecision(),
    avgHeartRateBpm: doublePrecision(),
    isIndoor: boolean().notNull().default(false),
    isPartial: boolean().notNull().default(false),
    rpe: doublePrecision(),
    /** 1 (very weak) to 5 (very strong). */
    feel: integer(),
    /** The athlete's own words. */
    remark: text(),
    /** What the source said, kept at the first edit; null while nothing was edited. */
    original: jsonb().$type<OriginalFacts>(),
    /** The chosen load; null when nothing supports one. The alternatives stay beside it. */
    load: doublePrecision(),
    loadMethod: text({ enum: LOAD_METHODS }),
    loads: jsonb().$type<LoadAlternative[]>().notNull().default([]),
    metrics: jsonb().$type<Record<string, MetricValue>>().notNull().default({}),
    timeInZone: jsonb()
      .$type<{ heartRate?: TimeInZone; power?: TimeInZone; pace?: TimeInZone }>()
      .notNull()
      .default({}),
    laps: jsonb().$type<RecordedLap[]>().notNull().default([]),
    lengths: jsonb().$type<RecordedLength[]>().notNull().default([]),
    sets: jsonb().$type<RecordedSet[]>().notNull().default([]),
    device: jsonb().$type<DeviceInfo>().notNull(),
    deviceValues: jsonb().$type<DeviceValues>().notNull().default({}),
    notes: jsonb().$type<QualityNote[]>().notNull().default([]),
    /** Some 60 values 0-1 for the list's small profile; null without a stream. */
    profile: jsonb().$type<number[]>(),
    /** The work bouts; null for a sport without, or not looked for yet. */
    intervals: jsonb().$type<ActivityIntervals>(),
    /** As a weather service tells it; null while none was asked. */
    weather: jsonb().$type<ActivityWeather>(),
    /** The workout that the device followed; null where it followed none. */
    workout: jsonb().$type<PlannedWorkout>(),
    createdAt: createdAt(),
    analysedAt: instant().notNull(),
    /** The grid of the curves that the last analysis kept; null before there were any. */
    curveGrid: text(),
  },
  (t) => [
    uniqueIndex("activities_source").on(t.athleteId, t.sourceFileId, t.sessionIndex),
    index("activities_athlete_started").on(t.athleteId, t.startedAt),
    index("activities_athlete_day").on(t.athleteId, t.day),
    ownRowsOnly(),
  ],
);

/** One compressed columnar blob per activity; read whole or not at all. */
export const activityStreams = pgTable(
  "activity_streams",
  {
    activityId: uuid()
      .primaryKey()
      .references(() => activities.id, { onDelete: "cascade" }),
    athleteId: athleteId(),
    lengthS: integer().notNull(),
    /** Name and version of the encoding. */
    codec: text().notNull(),
    content: bytea().notNull(),
  },
  (t) => [index("activity_streams_athlete").on(t.athleteId), ownRowsOnly()],
);

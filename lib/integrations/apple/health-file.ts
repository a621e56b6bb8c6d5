import { z } from "zod";

export const WORKOUT_FORMAT = "formline-apple-health-workout";
export const DAYS_FORMAT = "formline-apple-health-days";
export const HEALTH_FILE_VERSION = 1;

const seconds = z.number().min(0).max(1e11);
const offset = z.number().min(-86_400).max(86_400);
const numbers = z.array(z.number());

/** A value as Apple wrote it; it is converted when it is read. */
const quantity = z.object({ value: z.number(), unit: z.string() });

/** Records of one type, source, unit and clock, oldest first; times are Unix seconds. */
const healthSeries = z
  .object({
    type: z.string(),
    source: z.string(),
    unit: z.string().nullable(),
    /** What a record says that is no number: a stage of sleep. */
    category: z.string().nullable(),
    utcOffsetS: offset,
    startS: z.array(seconds),
    endS: z.array(seconds),
    value: numbers,
  })
  .refine(
    ({ startS, endS, value }) => startS.length === endS.length && startS.length === value.length,
  );

const statistic = z.object({
  type: z.string(),
  unit: z.string(),
  sum: z.number().nullable(),
  average: z.number().nullable(),
  maximum: z.number().nullable(),
});

const healthWorkout = z.object({
  activityType: z.string(),
  source: z.string(),
  device: z
    .object({
      name: z.string(),
      manufacturer: z.string().nullable(),
      hardware: z.string().nullable(),
    })
    .nullable(),
  startS: seconds,
  endS: seconds,
  utcOffsetS: offset,
  duration: quantity.nullable(),
  distance: quantity.nullable(),
  energy: quantity.nullable(),
  statistics: z.array(statistic),
  metadata: z.record(z.string(), z.string()),
  events: z.array(
    z.object({
      type: z.string(),
      atS: seconds,
      duration: quantity.nullable(),
      strokeStyle: z.string().nullable(),
    }),
  ),
});

const healthRoute = z.object({
  /** Unix seconds. */
  timeS: z.array(seconds),
  latitudeDeg: z.array(z.number().nullable()),
  longitudeDeg: z.array(z.number().nullable()),
  altitudeM: z.array(z.number().nullable()),
  speedMps: z.array(z.number().nullable()),
});

/** One workout of an export with all that was recorded during it: kept as its original. */
export const healthWorkoutFile = z.object({
  format: z.literal(WORKOUT_FORMAT),
  version: z.literal(HEALTH_FILE_VERSION),
  /** The local day, for a glance at the beginning of the file. */
  date: z.string(),
  workout: healthWorkout,
  series: z.array(healthSeries),
  route: healthRoute.nullable(),
});

/** One month's nights and days of an export: kept as their original. */
export const healthDaysFile = z.object({
  format: z.literal(DAYS_FORMAT),
  version: z.literal(HEALTH_FILE_VERSION),
  date: z.string(),
  series: z.array(healthSeries),
});

export type Quantity = z.infer<typeof quantity>;
export type HealthSeries = z.infer<typeof healthSeries>;
export type HealthWorkout = z.infer<typeof healthWorkout>;
export type HealthRoute = z.infer<typeof healthRoute>;
export type HealthWorkoutFile = z.infer<typeof healthWorkoutFile>;
export type HealthDaysFile = z.infer<typeof healthDaysFile>;

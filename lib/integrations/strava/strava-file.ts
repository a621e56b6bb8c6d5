import { z } from "zod";

export const STRAVA_FORMAT = "formline-strava-activity";
export const STRAVA_FILE_VERSION = 1;
/** Half a million seconds are more than any recording has. */
const MOST_SAMPLES = 500_000;

const number = z.number().nullish().catch(null);
const text = z.string().nullish().catch(null);
const flag = z.boolean().nullish().catch(null);
const id = z.union([z.string().regex(/^\d{1,20}$/), z.number().int().positive()]).transform(String);

const lap = z.object({
  start_date: text,
  elapsed_time: z.number().min(0),
  moving_time: number,
  distance: number,
  average_speed: number,
  average_cadence: number,
  average_watts: number,
  average_heartrate: number,
  max_heartrate: number,
});

/** What is used of `GET /activities/{id}`; the rest is left out, so that the same stays the same. */
export const stravaActivity = z.object({
  id,
  name: text,
  sport_type: text,
  type: text,
  start_date: z.string().refine((value) => !Number.isNaN(Date.parse(value))),
  start_date_local: text,
  utc_offset: number,
  elapsed_time: z.number().min(0),
  moving_time: number,
  distance: number,
  total_elevation_gain: number,
  trainer: flag,
  manual: flag,
  device_name: text,
  device_watts: flag,
  average_watts: number,
  max_watts: number,
  kilojoules: number,
  average_heartrate: number,
  max_heartrate: number,
  average_speed: number,
  max_speed: number,
  average_cadence: number,
  calories: number,
  perceived_exertion: number,
  laps: z.array(lap.nullable().catch(null)).nullish().catch(null),
});

const numbers = z.object({ data: z.array(z.number().nullable()).max(MOST_SAMPLES) });
const series = numbers.nullish().catch(null);
const flags = z.object({ data: z.array(z.boolean().nullable()).max(MOST_SAMPLES) });
const place = z.tuple([z.number(), z.number()]).nullable().catch(null);

/** `GET /activities/{id}/streams?key_by_type=true`; a stream of another form counts as absent. */
export const stravaStreams = z.object({
  time: series,
  latlng: z
    .object({ data: z.array(place).max(MOST_SAMPLES) })
    .nullish()
    .catch(null),
  altitude: series,
  distance: series,
  velocity_smooth: series,
  heartrate: series,
  cadence: series,
  watts: series,
  temp: series,
  moving: flags.nullish().catch(null),
});

/** One activity as Strava gave it: kept as its original, for as long as Strava's terms allow. */
export const stravaFile = z.object({
  format: z.literal(STRAVA_FORMAT),
  version: z.literal(STRAVA_FILE_VERSION),
  /** The local day, for a glance at the beginning of the file. */
  date: z.string(),
  activity: stravaActivity,
  /** Null for one that was entered by hand. */
  streams: stravaStreams.nullable(),
});

export type StravaActivity = z.infer<typeof stravaActivity>;
export type StravaStreams = z.infer<typeof stravaStreams>;
export type StravaFile = z.infer<typeof stravaFile>;

/** The file of an activity; the same bytes for the same answers. */
export function writeStravaFile(
  activity: StravaActivity,
  streams: StravaStreams | null,
): Uint8Array {
  const file: StravaFile = {
    format: STRAVA_FORMAT,
    version: STRAVA_FILE_VERSION,
    date: (activity.start_date_local ?? activity.start_date).slice(0, 10),
    activity,
    streams,
  };
  return new TextEncoder().encode(JSON.stringify(file));
}

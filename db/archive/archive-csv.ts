import { type SQL, sql } from "drizzle-orm";

export type ArchiveCsv = { readonly path: string; readonly columns: readonly string[] };

const ACTIVITY_COLUMNS = [
  "id",
  "day",
  "started_at",
  "utc_offset_s",
  "sport",
  "sub_sport",
  "title",
  "elapsed_s",
  "timer_s",
  "moving_s",
  "distance_m",
  "ascent_m",
  "avg_power_w",
  "avg_heart_rate_bpm",
  "rpe",
  "load",
  "load_method",
];
const WELLNESS_COLUMNS = [
  "day",
  "hrv_rmssd_ms",
  "hrv_sdnn_ms",
  "resting_hr_bpm",
  "sleep_s",
  "sleep_score",
  "deep_sleep_s",
  "light_sleep_s",
  "rem_sleep_s",
  "awake_s",
  "sleep_start_at",
  "sleep_end_at",
  "stress_avg",
  "body_battery_high",
  "body_battery_low",
  "respiration_brpm",
  "spo2_pct",
  "weight_kg",
  "steps",
  "device_readiness",
];
const DAY_COLUMNS = [
  "day",
  "load",
  "duration_s",
  "fitness",
  "fatigue",
  "form",
  "ramp",
  "monotony",
  "strain",
  "acwr",
  "recovery_score",
  "decision",
  "response",
];

/** The tables that a spreadsheet opens; everything in them is in the JSON as well. */
export const ARCHIVE_CSV: readonly (ArchiveCsv & { query(athleteId: string): SQL })[] = [
  {
    path: "csv/activities.csv",
    columns: ACTIVITY_COLUMNS,
    query: (athleteId) =>
      sql`select ${list(ACTIVITY_COLUMNS)} from activities where athlete_id = ${athleteId} order by started_at, id`,
  },
  {
    path: "csv/days.csv",
    columns: DAY_COLUMNS,
    query: (athleteId) => sql`
      select l.day, l.load, l.duration_s, l.fitness, l.fatigue, l.form, l.ramp, l.monotony,
        l.strain, l.acwr, m.recovery -> 'score' as recovery_score,
        m.decision ->> 'decision' as decision, m.response
      from daily_loads l
      left join mornings m on m.athlete_id = l.athlete_id and m.day = l.day
      where l.athlete_id = ${athleteId} and l.sport = 'all' order by l.day`,
  },
  {
    path: "csv/wellness.csv",
    columns: WELLNESS_COLUMNS,
    query: (athleteId) =>
      sql`select ${list(WELLNESS_COLUMNS)} from wellness_days where athlete_id = ${athleteId} order by day`,
  },
];

function list(columns: readonly string[]): SQL {
  return sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
}

import type { Client } from "pg";

/** Athletes per statement. */
const CHUNK = 500;
const YEAR = 365;
const SOURCES = `{"hrvRmssdMs": "garmin:hrv", "restingHrBpm": "garmin:sleep", "sleepS": "garmin:sleep"}`;

/**
 * Athletes with a year of training and nights, whose morning is due as soon as somebody looks.
 * Every night but the last is there: that one is what the morning asks the vendor for.
 */
export async function seedAthletes(client: Client, count: number): Promise<void> {
  for (let from = 1; from <= count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK - 1);
    for (const statement of STATEMENTS) await client.query(statement(from, to));
  }
  await client.query("analyze");
}

/** The same id for the same number, so that no statement has to ask another one for it. */
const id = (kind: string, n: string) =>
  `('${kind}000000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const athletes = (from: number, to: number) => `generate_series(${from}, ${to}) n`;
const days = (first: number, last: number) => `generate_series(${first}, ${last}) ago`;
const day = "((now() at time zone 'UTC')::date - ago)";
const ZONES = "(array['UTC', 'Europe/Paris', 'America/New_York'])[1 + n % 3]";

const STATEMENTS: readonly ((from: number, to: number) => string)[] = [
  (from, to) => `
    insert into users (id, email, email_key, name, password_hash)
    select ${id("00", "n")}, n || '@example.test', n || '@example.test', 'Athlete', 'none'
    from ${athletes(from, to)}`,
  // At midnight, so that it has come wherever the athlete is.
  (from, to) => `
    insert into athletes (id, user_id, display_name, time_zone, morning_minute, main_sport)
    select ${id("0a", "n")}, ${id("00", "n")}, 'Athlete', ${ZONES}, 0,
      (array['running', 'cycling'])[1 + n % 2]
    from ${athletes(from, to)}`,
  (from, to) => `
    insert into athlete_schedules (athlete_id, next_morning_at, last_morning_day)
    select ${id("0a", "n")}, 'infinity', (now() at time zone ${ZONES})::date - 1
    from ${athletes(from, to)}`,
  (from, to) => `
    insert into thresholds (athlete_id, kind, sport, value, valid_from, source)
    select ${id("0a", "n")}, t.kind, t.sport, t.value, current_date - ${YEAR}, 'athlete'
    from ${athletes(from, to)}, (values ('ftp_w', 'cycling', 260), ('threshold_speed_mps', 'running', 4),
      ('max_hr_bpm', 'any', 188), ('resting_hr_bpm', 'any', 47), ('threshold_hr_bpm', 'any', 168))
      as t (kind, sport, value)`,
  (from, to) => `
    insert into activities (athlete_id, sport, title, started_at, utc_offset_s, day, elapsed_s, timer_s,
      distance_m, avg_heart_rate_bpm, load, load_method, device, analysed_at)
    select ${id("0a", "n")}, (array['running', 'cycling'])[1 + (n + ago) % 2], 'Training',
      ${day} + time '17:00', 0, ${day}, 3600 + ago % 7 * 600, 3600 + ago % 7 * 600,
      11000, 141, 45 + (n * 7 + ago * 13) % 60, 'tss', '{}', now()
    from ${athletes(from, to)}, ${days(1, YEAR)} where (ago + n) % 7 in (0, 2, 3, 5)`,
  (from, to) => `
    insert into wellness_days (athlete_id, day, hrv_rmssd_ms, hrv_source, resting_hr_bpm, sleep_s,
      sleep_score, stress_avg, sources, updated_at)
    select ${id("0a", "n")}, ${day}, 52 + (n + ago * 5) % 17, 'garmin:hrv', 45 + (n + ago) % 6,
      25000 + (ago * 977) % 5000, 70 + ago % 20, 25 + ago % 15, '${SOURCES}', now()
    from ${athletes(from, to)}, ${days(1, YEAR)}`,
  (from, to) => `
    insert into daily_loads (athlete_id, sport, day, load, duration_s, fitness, fatigue, form, ramp,
      monotony, strain, acwr, formula)
    select ${id("0a", "n")}, s.sport, ${day}, (ago * 17) % 90, 3600, 48, 52, -4, 1.5, 1.2, 380, 1.05,
      'PMC-exp@1'
    from ${athletes(from, to)}, ${days(1, YEAR)}, (values ('all'), ('running'), ('cycling')) as s (sport)`,
  // Yesterday's answer stands: none was missed.
  (from, to) => `
    insert into mornings (athlete_id, day, recovery, decision, recommendation, inputs, computed_at)
    select ${id("0a", "n")}, (now() at time zone ${ZONES})::date - 1, '{"score": 70}',
      '{"decision": "go"}', '{"workout": null}', '{}', now() - interval '1 day'
    from ${athletes(from, to)}`,
];

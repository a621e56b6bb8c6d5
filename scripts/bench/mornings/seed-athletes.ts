import type { Client } from "pg";
import { newDataKey, wrapDataKeys } from "@/lib/crypto/data-keys";
import { createKeyRing } from "@/lib/crypto/key-ring";
import { parseRingKeys } from "@/lib/crypto/parse-ring-keys";
import { seal } from "@/lib/crypto/sealed";

/** Athletes per statement. */
const CHUNK = 500;
const YEAR = 365;
const SOURCES = `{"hrvRmssdMs": "garmin:hrv", "restingHrBpm": "garmin:sleep", "sleepS": "garmin:sleep"}`;

/** The athlete's key at the vendor, as the vendor's process has made its account. */
export const vendorKeyOf = (n: number) => `personal-key-of-athlete-${n}`;

/**
 * Athletes with a year of training and nights, connected with a vendor, whose morning is due as
 * soon as somebody looks. Every night but the last is there: that one is what the morning asks
 * the vendor for, with a token that it has to exchange the key for first.
 */
export async function seedAthletes(
  client: Client,
  count: number,
  { ringKey, onPart }: { readonly ringKey: string; readonly onPart?: (done: number) => void },
): Promise<void> {
  for (let from = 1; from <= count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK - 1);
    for (const statement of STATEMENTS) await client.query(statement(from, to));
    await client.query(SEALED, [JSON.stringify(sealedAccess(from, to, ringKey))]);
    onPart?.(to);
  }
  await client.query("create table bench_access as select id, credentials from connections");
  await client.query("vacuum analyze");
}

const LOCAL_TODAY = "(now() at time zone a.time_zone)::date";

/**
 * Makes what the last morning brought unknown again, so that the next one asks for it anew: the
 * night, and what yesterday came to after its own morning.
 */
export const FORGET_THE_MORNING: readonly string[] = [
  "delete from job_events",
  "delete from job_runs",
  "delete from sync_runs",
  ...["mornings", "wellness_records", "wellness_days", "daily_loads"].map(
    (table) => `delete from ${table} d using athletes a
      where a.id = d.athlete_id and d.day >= ${LOCAL_TODAY}`,
  ),
  `update wellness_records r set fields = r.fields || '{"steps": 400, "stressAvg": 17}'
    from athletes a where a.id = r.athlete_id and r.day = ${LOCAL_TODAY} - 1 and r.fields ? 'steps'`,
  `update wellness_days d set steps = 400, stress_avg = 17
    from athletes a where a.id = d.athlete_id and d.day = ${LOCAL_TODAY} - 1`,
  "delete from connection_cursors where kind = 'changes'",
  "update connections c set credentials = b.credentials from bench_access b where b.id = c.id",
  `update athlete_schedules s set last_morning_day = (now() at time zone a.time_zone)::date - 1
    from athletes a where a.id = s.athlete_id`,
];

function sealedAccess(from: number, to: number, ringKey: string) {
  const keys = parseRingKeys(ringKey);
  if (typeof keys === "string") throw new Error(keys);
  const ring = createKeyRing(keys);
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const [athlete, connection] = [uuid("0a", from + i), uuid("0c", from + i)];
    const dataKey = newDataKey();
    const { wrappedKey, ringKeyId } = wrapDataKeys([dataKey], athlete, ring);
    const place = { owner: athlete, column: "connections.credentials", rowId: connection };
    const access = seal(
      Buffer.from(JSON.stringify({ key: vendorKeyOf(from + i) })),
      dataKey,
      place,
    );
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
    return { athlete, connection, wrapped: hex(wrappedKey), ring: ringKeyId, access: hex(access) };
  });
}

const SEALED = `
  with given as (
    select * from json_to_recordset($1::json) as given(
      athlete uuid, connection uuid, wrapped text, ring text, access text)
  ), keys as (
    insert into athlete_keys (athlete_id, wrapped_key, ring_key_id)
    select athlete, decode(wrapped, 'hex'), ring from given
  )
  update connections c set credentials = decode(access, 'hex') from given where c.id = connection`;

const uuid = (kind: string, n: number) =>
  `${kind}000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;

/** The same id for the same number, so that no statement has to ask another one for it. */
const id = (kind: string, n: string) =>
  `('${kind}000000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const athletes = (from: number, to: number) => `generate_series(${from}, ${to}) n`;
const days = (first: number, last: number) => `generate_series(${first}, ${last}) ago`;
const ZONES = "(array['UTC', 'Europe/Paris', 'America/New_York'])[1 + n % 3]";
/** By the athlete's own calendar: at some hours theirs is another day than the server's. */
const today = `(now() at time zone ${ZONES})::date`;
const day = `(${today} - ago)`;

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
  // What was before is all here; the sync begins where it ended yesterday.
  (from, to) => `
    insert into connections (id, athlete_id, provider, label, status, connected_at, last_success_at)
    select ${id("0c", "n")}, ${id("0a", "n")}, 'garmin_personal', 'Garmin', 'connected',
      now() - interval '1 year', now() - interval '1 day'
    from ${athletes(from, to)}`,
  (from, to) => `
    insert into connection_cursors (athlete_id, connection_id, kind, position, last_success_at)
    select ${id("0a", "n")}, ${id("0c", "n")}, c.kind, c.position, now() - interval '1 day'
    from ${athletes(from, to)}, lateral (values
      ('wellness', jsonb_build_object('firstDay', ${today} - ${YEAR}, 'toDay', ${today} - 1,
        'askedTo', null, 'fullOn', ${today} - 1)),
      ('wellness_backfill', '{"isDone": true}'), ('activities_backfill', '{"isDone": true}'),
      ('activities', jsonb_build_object('since', now() - interval '1 day')))
      as c (kind, position)`,
  // Yesterday's answer stands: none was missed.
  (from, to) => `
    insert into mornings (athlete_id, day, recovery, decision, recommendation, inputs, computed_at)
    select ${id("0a", "n")}, (now() at time zone ${ZONES})::date - 1, '{"score": 70}',
      '{"decision": "go"}', '{"workout": null}', '{}', now() - interval '1 day'
    from ${athletes(from, to)}`,
];

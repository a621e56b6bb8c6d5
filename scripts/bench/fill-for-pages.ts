import type { Client } from "pg";
import { seededRandom } from "@/db/seed/seeded-random";
import { encodeStreams } from "@/db/streams/encode-streams";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";
import type { CookieClaims } from "@/tests/support/session-cookie";

const FOUR_HOURS_S = 4 * 3600;
const TEN_YEARS_DAYS = 3653;

/** A ride of four hours, every second of every channel; its id. */
export async function addFourHourRide(client: Client, athleteId: string): Promise<string> {
  const id = await copyActivities(client, athleteId, athleteId, 1);
  const { codec, lengthS, content } = encodeStreams(fourHours());
  await client.query("update activities set timer_s = $2, elapsed_s = $2 where id = $1", [
    id,
    FOUR_HOURS_S,
  ]);
  await client.query(
    "insert into activity_streams (activity_id, athlete_id, length_s, codec, content) values ($1, $2, $3, $4, $5)",
    [id, athleteId, lengthS, codec, Buffer.from(content)],
  );
  return id;
}

/** A load on each day of the ten years up to `today`. */
export async function addTenYears(client: Client, athleteId: string, today: string): Promise<void> {
  await client.query("delete from daily_loads where athlete_id = $1 and sport = 'all'", [
    athleteId,
  ]);
  await client.query(
    `insert into daily_loads (athlete_id, sport, day, load, duration_s, fitness, fatigue, form, ramp, monotony, strain, acwr, formula)
     select $1, 'all', $2::date - n, 60 + n % 50, 3600, 55 + n % 10, 60 + n % 20, n % 30 - 15, 1.5, 1.3, 480, 1, 'PMC-exp'
     from generate_series(0, $3::int - 1) n`,
    [athleteId, today, TEN_YEARS_DAYS],
  );
}

/** Exactly `count` activities, two a day into the past. */
export async function fillList(
  client: Client,
  from: string,
  athleteId: string,
  count: number,
): Promise<void> {
  await client.query("delete from activities where athlete_id = $1", [athleteId]);
  await copyActivities(client, from, athleteId, count);
}

export async function athleteOf(client: Client, { userId }: CookieClaims): Promise<string> {
  const { rows } = await client.query("select id from athletes where user_id = $1", [userId]);
  return (rows[0] as { id: string }).id;
}

/** Copies of the newest ride with power; the id of the last one. */
async function copyActivities(
  client: Client,
  from: string,
  to: string,
  count: number,
): Promise<string> {
  const { rows } = await client.query(
    "select column_name from information_schema.columns where table_schema = 'public' and table_name = 'activities' and is_generated = 'NEVER'",
  );
  const columns = rows.map((row: { column_name: string }) => row.column_name);
  const changed: Readonly<Record<string, string>> = {
    id: "gen_random_uuid()",
    athlete_id: "$2::uuid",
    source_file_id: "null::uuid",
    started_at: "a.started_at - n * interval '12 hours'",
    day: "(a.started_at - n * interval '12 hours')::date",
  };
  const list = columns.map((column) => changed[column] ?? `a.${column}`);
  const inserted = await client.query(
    `insert into activities (${columns.join()}) select ${list.join()}
     from generate_series(1, $3::int) n,
       (select * from activities where athlete_id = $1 and avg_power_w > 0
        order by started_at desc limit 1) a
     returning id`,
    [from, to, count],
  );
  return (inserted.rows.at(-1) as { id: string }).id;
}

function fourHours(): Streams {
  const random = seededRandom(4);
  const valid = new Uint8Array(FOUR_HOURS_S).fill(1);
  const channel = (at: (second: number) => number): Channel => ({
    values: Float64Array.from({ length: FOUR_HOURS_S }, (_, second) => at(second)),
    valid,
  });
  return {
    lengthS: FOUR_HOURS_S,
    timerOn: valid,
    channels: {
      powerW: channel((s) => Math.round(190 + 60 * Math.sin(s / 300) + random.between(-40, 40))),
      heartRateBpm: channel((s) => Math.round(140 + 15 * Math.sin(s / 320))),
      speedMps: channel((s) => 8 + 2 * Math.sin(s / 280) + random.between(-0.3, 0.3)),
      cadenceRpm: channel(() => Math.round(random.between(84, 94))),
      altitudeM: channel((s) => 400 + 150 * Math.sin(s / 900)),
      distanceM: channel((s) => s * 8),
      latitudeDeg: channel((s) => 47 + 0.1 * Math.sin(s / 2000)),
      longitudeDeg: channel((s) => 8 + 0.1 * Math.cos(s / 2000)),
    },
  };
}

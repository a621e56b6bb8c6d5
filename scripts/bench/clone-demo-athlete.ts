import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import type { CookieClaims } from "@/tests/support/session-cookie";

/** What Today reads. */
const TABLES = [
  "thresholds",
  "activities",
  "wellness_days",
  "check_ins",
  "context_events",
  "daily_loads",
  "mornings",
  "athlete_schedules",
];

/** Makes the one athlete in the database into `count` of them, each signed in once. */
export async function cloneDemoAthlete(client: Client, count: number): Promise<CookieClaims[]> {
  const { rows } = await client.query("select id as athlete_id, user_id from athletes limit 1");
  const original = rows[0] as { athlete_id: string; user_id: string };
  const users = [original.user_id];
  for (let i = 1; i < count; i++) {
    const [userId, athleteId] = [randomUUID(), randomUUID()];
    await copyRow(client, "users", original.user_id, {
      id: userId,
      email: `user-${i}@formline.test`,
      email_key: `user-${i}@formline.test`,
    });
    await copyRow(client, "athletes", original.athlete_id, { id: athleteId, user_id: userId });
    for (const table of TABLES) await copyOwned(client, table, original.athlete_id, athleteId);
    users.push(userId);
  }
  await client.query("analyze");
  const sessions: CookieClaims[] = [];
  for (const userId of users) sessions.push(await openSession(client, userId));
  return sessions;
}

async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query(
    "select column_name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'",
    [table],
  );
  return rows.map((row: { column_name: string }) => row.column_name);
}

async function copyRow(
  client: Client,
  table: string,
  id: string,
  changes: Record<string, string>,
): Promise<void> {
  const columns = await columnsOf(client, table);
  const values = Object.values(changes);
  const names = Object.keys(changes);
  const list = columns.map((column) =>
    names.includes(column) ? `$${names.indexOf(column) + 2}` : column,
  );
  await client.query(
    `insert into ${table} (${columns.join()}) select ${list.join()} from ${table} where id = $1`,
    [id, ...values],
  );
}

async function copyOwned(client: Client, table: string, from: string, to: string): Promise<void> {
  const columns = await columnsOf(client, table);
  const list = columns.map((column) => {
    if (column === "athlete_id") return "$2::uuid";
    if (column === "id") return "gen_random_uuid()";
    return column === "source_file_id" ? "null::uuid" : column;
  });
  await client.query(
    `insert into ${table} (${columns.join()}) select ${list.join()} from ${table} where athlete_id = $1`,
    [from, to],
  );
}

async function openSession(client: Client, userId: string): Promise<CookieClaims> {
  const { rows } = await client.query(
    `insert into auth_sessions (user_id, idle_expires_at, absolute_expires_at)
     select id, now() + interval '1 day', now() + interval '1 day' from users where id = $1
     returning id, (select session_epoch from users where id = $1) as epoch`,
    [userId],
  );
  const { id, epoch } = rows[0] as { id: string; epoch: number };
  return { userId, sessionId: id, epoch };
}

import "./shift-clock";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { setDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { openDatabase } from "@/db/open/open-database";
import { rows } from "@/db/rows";
import { runAsSystem } from "@/db/run-as-system";
import { allFunctions } from "@/inngest/functions/all";
import { startJobs } from "@/inngest/start-jobs";
import { athleteContextForCommandLine, systemContext } from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { createLogger } from "@/lib/logger";
import { connectPasted } from "@/lib/services/connect-pasted";
import { registerUser } from "@/lib/services/register-user";

const EMAIL = "faults@example.test";
const TIME_ZONE = "Europe/Zurich";
/** What is due later than this is another day's work. */
const SOON_MS = 12_000;
const [verb = "", databaseUrl = "", key = ""] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl, onWarning: () => undefined });
setDatabase(database);
const system = runAsSystem(database);
const all = (query: string) =>
  system(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));

if (verb === "prepare") await prepare();
if (verb === "work") await work();
if (verb === "report") process.stdout.write(`report ${JSON.stringify(await report())}\n`);
await database.close();
process.exit(0);

async function prepare(): Promise<void> {
  await migrateDatabase(database, { folder: "db/migrations", log: () => undefined });
  const person = { email: EMAIL, name: "Ada", password: "a-long-enough-pass-phrase" };
  await registerUser(systemContext(), { ...person, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
  await connect();
}

async function connect(): Promise<void> {
  const ctx = await athleteContextForCommandLine(EMAIL);
  await connectPasted(ctx, "garmin_personal", { pasted: key });
}

/** Everything that is due, as a server does it; the athlete connects again when asked to. */
async function work(): Promise<void> {
  const [connection] = await all("select status from connections");
  if (connection?.status === "needs_reconnect") await connect().catch(() => undefined);
  const jobs = await startJobs({
    mode: { kind: "embedded" },
    functions: allFunctions,
    runAsSystem: system,
    log: createLogger("silent"),
    isAlone: false,
    leaseSeconds: 5,
    retryDelay: () => 500,
    pollMs: { first: 20, longest: 100 },
  });
  for (let calm = 0; calm < 3; ) {
    await jobs.drain();
    const soon = new Date(Date.now() + SOON_MS).toISOString();
    const due = await all(`select 1 from job_runs where status in ('queued', 'waiting', 'running')
      and run_at < '${soon}' union all select 1 from job_events where dispatched_at is null`);
    calm = due.length === 0 ? calm + 1 : 0;
    await pause(100);
  }
  await jobs.stop();
}

async function report(): Promise<unknown> {
  return {
    days: await all(
      "select day::text, hrv_rmssd_ms, resting_hr_bpm, sleep_s, steps, weight_kg from wellness_days order by day",
    ),
    activities: await all(
      "select extract(epoch from started_at)::int as start from activities order by started_at",
    ),
    remote: await all("select external_id, status, problem from remote_activities order by 1"),
    unfinished: await all("select id from import_batches where status <> 'finished'"),
    waiting: await all("select id from import_files where status = 'waiting'"),
    dead: await all("select function_id, error from job_dead_letters"),
    connection: await all("select status, problem from connections"),
  };
}

import { readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { setDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { openDatabase } from "@/db/open/open-database";
import { listDeadLetters, listJobRuns } from "@/db/queries/jobs";
import { rows } from "@/db/rows";
import { runAsSystem } from "@/db/run-as-system";
import { syncConnectionNow } from "@/inngest/functions/sync-connection";
import { startJobs } from "@/inngest/start-jobs";
import { athleteContextForCommandLine, systemContext } from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { createLogger } from "@/lib/logger";
import { connectPasted } from "@/lib/services/connect-pasted";
import { registerUser } from "@/lib/services/register-user";
import { crashAtBoundary } from "../../support/crash-at-boundary";

const EMAIL = "sync@example.test";
const [verb = "", dataDir = "", key = ""] = process.argv.slice(2);
process.env.FORMLINE_DATA_DIR = dataDir;
const database = await openDatabase({ dataDir });
setDatabase(database);
const system = runAsSystem(database);

if (verb === "prepare") await prepare();
if (verb === "run") process.stdout.write(`report ${JSON.stringify(await run())}\n`);
await database.close();

/** An athlete who has just connected; nothing is fetched yet. */
async function prepare(): Promise<void> {
  await migrateDatabase(database, { folder: "db/migrations", log: () => undefined });
  const person = { email: EMAIL, name: "Ada", password: "a-long-enough-pass-phrase" };
  await registerUser(systemContext(), { ...person, timeZone: "Europe/Zurich" }, LOCAL_ORIGIN);
  const ctx = await athleteContextForCommandLine(EMAIL);
  await connectPasted(ctx, "garmin_personal", { pasted: key });
}

/** Runs the sync to its end; says what the database and the spool hold then. */
async function run(): Promise<unknown> {
  const jobs = await startJobs({
    mode: { kind: "embedded" },
    functions: (inngest) => [syncConnectionNow(inngest)],
    runAsSystem: system,
    log: createLogger("error"),
    isAlone: true,
    pollMs: { first: 20, longest: 100 },
    onStep: crashAtBoundary(),
  });
  for (;;) {
    await jobs.drain();
    const runs = await system((tx) => listJobRuns(tx));
    if (runs.length > 0 && runs.every((one) => ["completed", "failed"].includes(one.status))) break;
    await pause(20);
  }
  await jobs.stop();
  return report();
}

async function report(): Promise<unknown> {
  const all = async (query: string) =>
    system(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));
  return {
    days: await all(
      "select day, hrv_rmssd_ms, resting_hr_bpm, sleep_s, steps from wellness_days order by day",
    ),
    remote: await all("select external_id, status from remote_activities order by external_id"),
    ledger: await all("select name, status from import_files order by recorded_at"),
    batches: await all("select origin, status from import_batches"),
    mornings: await all("select day, recovery from mornings order by day"),
    cursors: await all(
      "select kind, position - 'at' - 'since' as position from connection_cursors order by kind",
    ),
    syncs: await all("select outcome from sync_runs order by started_at desc limit 1"),
    connection: await all("select status, problem from connections"),
    deadLetters: (await system((tx) => listDeadLetters(tx))).length,
    spooled: readdirSync(path.join(dataDir, "spool")).length,
  };
}

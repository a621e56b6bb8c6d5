import { readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { setDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { openDatabase } from "@/db/open/open-database";
import { listDeadLetters, listJobRuns } from "@/db/queries/jobs";
import { rows } from "@/db/rows";
import { runAsSystem } from "@/db/run-as-system";
import type { StepObserver } from "@/inngest/embedded/drive-run";
import { events } from "@/inngest/events";
import { importBatch } from "@/inngest/functions/import-batch";
import { morning } from "@/inngest/functions/morning";
import { startJobs } from "@/inngest/start-jobs";
import { athleteContextForCommandLine, systemContext } from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { createLogger } from "@/lib/logger";
import { currentRequestContext } from "@/lib/request-context";
import { createImportBatch } from "@/lib/services/create-import-batch";
import { receiveUpload } from "@/lib/services/receive-upload";
import { registerUser } from "@/lib/services/register-user";
import { startImport } from "@/lib/services/start-import";
import { crashAtBoundary } from "../../support/crash-at-boundary";
import { fitFileOf, sleepPayload } from "../../support/training-files";

const EMAIL = "pipeline@example.test";
const [verb = "", dataDir = ""] = process.argv.slice(2);
process.env.FORMLINE_DATA_DIR = dataDir;
const database = await openDatabase({ dataDir });
setDatabase(database);
const system = runAsSystem(database);

if (verb === "prepare-import") await prepareImport();
if (verb === "prepare-morning") await prepareMorning();
if (verb === "run") process.stdout.write(`report ${JSON.stringify(await run())}\n`);
await database.close();

/** An athlete with received files and the event that asks for their import. */
async function prepareImport(): Promise<void> {
  await migrateDatabase(database, { folder: "db/migrations", log: () => undefined });
  const timeZone = "Europe/Paris";
  await registerUser(
    systemContext(),
    { email: EMAIL, name: "Pipeline", password: "a-long-enough-pass-phrase", timeZone },
    LOCAL_ORIGIN,
  );
  const ctx = await athleteContextForCommandLine(EMAIL);
  const today = localDayAt(ctx.now, timeZone);
  const { batchId } = await createImportBatch(ctx, "command_line");
  const ride = fitFileOf(addDays(today, -3), "cycling");
  const files: [string, Uint8Array][] = [
    ["ride.fit", ride],
    ["run.fit", fitFileOf(addDays(today, -2), "running")],
    ["ride-again.fit", ride],
    ["broken.fit", ride.subarray(0, 40)],
    ["notes.txt", new TextEncoder().encode("no training data")],
    ...nights(today),
  ];
  for (const [name, bytes] of files)
    await receiveUpload(ctx, { batchId, name, chunks: once(bytes) });
  await startImport(ctx, batchId);
}

/** The same athlete with everything imported, and the event of a morning. */
async function prepareMorning(): Promise<void> {
  await run();
  const ctx = await athleteContextForCommandLine(EMAIL);
  const day = localDayAt(ctx.now, ctx.timeZone);
  await ctx.tx(({ db }) => db.execute(sql`delete from mornings where day >= ${addDays(day, -1)}`));
  await ctx.tx(({ db }) =>
    db.execute(sql`delete from daily_loads where day >= ${addDays(day, -1)}`),
  );
  await system((tx) =>
    enqueueEvent(
      tx,
      events.morningDue.create(
        { athleteId: ctx.athleteId, day },
        { id: `${ctx.athleteId}:${day}:morning` },
      ),
    ),
  );
}

/** Runs what is due to its end; says what the database and the spool hold then. */
async function run(): Promise<unknown> {
  const crash = verb === "run" ? crashAtBoundary() : () => undefined;
  const jobs = await startJobs({
    mode: { kind: "embedded" },
    functions: (inngest) => [importBatch(inngest), morning(inngest)],
    runAsSystem: system,
    log: Object.assign(createLogger("error"), { info: stepsOfMornings(crash) }),
    isAlone: true,
    pollMs: { first: 20, longest: 100 },
    onStep: crash,
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

/** A morning's steps are written down together: between them, too, the process may die. */
function stepsOfMornings(crash: StepObserver) {
  return ({ functionId }: { functionId?: string }, message?: string) => {
    const { step: name, runId = "" } = currentRequestContext() ?? {};
    if (message !== "step done" || functionId !== "morning" || name === undefined) return;
    crash("returned", { functionId, runId, name: `within ${name}` });
  };
}

async function report(): Promise<unknown> {
  const all = async (query: string) =>
    system(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));
  return {
    ledger: await all("select name, status, reason_code from import_files order by position"),
    activities: await all(
      "select sport, started_at, load, load_method from activities order by started_at",
    ),
    streams: await all("select count(*) as n from activity_streams"),
    originals: await all("select count(*) as n from source_files"),
    wellness: await all(
      "select day, hrv_rmssd_ms, resting_hr_bpm, sleep_s from wellness_days order by day",
    ),
    loads: await all(
      "select sport, day, load, fitness, fatigue, form from daily_loads order by sport, day",
    ),
    mornings: await all(
      "select day, recovery, decision, recommendation from mornings order by day",
    ),
    announced: await all(
      "select data ->> 'day' as day from job_events where name = 'morning/answered' order by 1",
    ),
    batches: await all("select status from import_batches"),
    runs: await all("select function_id, status from job_runs order by function_id"),
    deadLetters: (await system((tx) => listDeadLetters(tx))).length,
    spooled: readdirSync(path.join(dataDir, "spool")).length,
  };
}

function nights(today: LocalDate): [string, Uint8Array][] {
  return Array.from({ length: 6 }, (_, i) => {
    const day = addDays(today, -i);
    return [`sleep-${day}.json`, sleepPayload(day, 60 + i)];
  });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

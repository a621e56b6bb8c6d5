import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { openDatabase } from "@/db/open/open-database";
import { listJobRuns } from "@/db/queries/jobs";
import { rows } from "@/db/rows";
import { runAsSystem } from "@/db/run-as-system";
import { startJobs } from "@/inngest/start-jobs";
import { createLogger } from "@/lib/logger";
import { crashAtBoundary } from "../../support/crash-at-boundary";
import { crashFunctions } from "./crash-functions";

/** Does the work on the database in the folder given, however often it is started; prints what is there. */
async function main(dataDir: string): Promise<void> {
  const database = await openDatabase({ dataDir });
  const system = runAsSystem(database);
  const jobs = await startJobs({
    mode: { kind: "embedded" },
    functions: crashFunctions(system),
    runAsSystem: system,
    log: createLogger("error"),
    isAlone: true,
    pollMs: { first: 20, longest: 100 },
    onStep: crashAtBoundary(),
  });
  await system((tx) => enqueueEvent(tx, { name: "crash/start", id: "the-only-one" }));
  for (;;) {
    await jobs.drain();
    const runs = await system((tx) => listJobRuns(tx));
    if (runs.length >= 3 && runs.every((run) => run.status === "completed")) break;
    await pause(20);
  }
  await jobs.stop();
  const report = await system(async ({ db }) => ({
    effects: rows<{ name: string }>(
      await db.execute(sql`select name from crash_effects order by name`),
    ).map((row) => row.name),
    runs: rows<{ id: string }>(
      await db.execute(sql`select function_id as id from job_runs order by 1`),
    ).map((row) => row.id),
    steps: rows<{ name: string }>(
      await db.execute(sql`select name from job_steps order by seq`),
    ).map((row) => row.name),
  }));
  await database.close();
  process.stdout.write(`report ${JSON.stringify(report)}\n`);
}

await main(process.argv[2] ?? "");

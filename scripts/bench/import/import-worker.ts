import { createReadStream, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { sql } from "drizzle-orm";
import { getDatabase } from "@/db/client";
import { rows } from "@/db/rows";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { finishImportBatch } from "@/lib/runtime/finish-import-batch";
import { startRuntime } from "@/lib/runtime/start-runtime";
import { createImportBatch } from "@/lib/services/create-import-batch";
import { receiveUpload } from "@/lib/services/receive-upload";
import { registerUser } from "@/lib/services/register-user";
import { stageTimes } from "@/lib/services/stage-clock";
import { startImport } from "@/lib/services/start-import";

/** One process of the import benchmark: "receive FOLDER" makes the batch, "run BATCH" finishes it. */
const EMAIL = "bench@example.test";
const [verb = "", given = ""] = process.argv.slice(2);
const runtime = await startRuntime({ jobs: "on-demand" });
const report = verb === "receive" ? await receive(given) : await run(given);
process.stdout.write(`report ${JSON.stringify(report)}\n`);
await runtime.stop();

async function receive(folder: string) {
  const account = { email: EMAIL, name: "Bench", password: "a-long-enough-pass-phrase" };
  await registerUser(systemContext(), { ...account, timeZone: "Europe/Paris" }, LOCAL_ORIGIN);
  const ctx = await athleteContextForCommandLine(EMAIL);
  const { batchId } = await createImportBatch(ctx, "command_line");
  const started = performance.now();
  for (const name of readdirSync(folder)) {
    const chunks = createReadStream(path.join(folder, name));
    await receiveUpload(ctx, { batchId, name, chunks });
  }
  await startImport(ctx, batchId);
  return { batchId, ms: performance.now() - started };
}

async function run(batchId: string) {
  const ctx = await athleteContextForCommandLine(EMAIL);
  const started = performance.now();
  const cpuBefore = cpuMs();
  await finishImportBatch(ctx, batchId);
  return {
    ms: performance.now() - started,
    cpuMs: cpuMs() - cpuBefore,
    workerMb:
      Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024,
    stages: stageTimes(),
    ...(await held(ctx)),
  };
}

/** Of this process, and of the reading ones that have ended. */
function cpuMs(): number {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
  const ticks = [11, 12, 13, 14].map((at) => Number(fields[at] ?? 0));
  return ticks.reduce((sum, value) => sum + value, 0) * 10;
}

async function held(ctx: AthleteContext) {
  const [counts] = await ctx.tx(async ({ db }) =>
    rows<Record<string, number>>(
      await db.execute(sql`
        select count(*)::int as activities, count(distinct started_at)::int as distinct,
          (sum(timer_s) / 3600)::float as hours,
          (select count(*)::int from import_files where status <> 'imported') as "notImported"
        from activities`),
    ),
  );
  const size = await getDatabase().db.execute(
    sql`select pg_database_size(current_database())::float as bytes`,
  );
  return { ...counts, bytes: rows<{ bytes: number }>(size)[0]?.bytes ?? null };
}

import { createReadStream, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { heldActivities } from "@/db/maintenance/held-activities";
import { athleteContextForCommandLine, systemContext } from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { finishImportBatch } from "@/lib/runtime/finish-import-batch";
import { startRuntime } from "@/lib/runtime/start-runtime";
import { createImportBatch } from "@/lib/services/create-import-batch";
import { receiveUploads } from "@/lib/services/receive-upload";
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
  const files = readdirSync(folder).map((name) => ({
    name,
    open: () => createReadStream(path.join(folder, name)),
  }));
  await receiveUploads(ctx, batchId, files);
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
    ...(await ctx.tx(heldActivities)),
  };
}

/** Of this process and its children, those that have ended and those that idle. */
function cpuMs(): number {
  const living = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim();
  const children = living === "" ? [] : living.split(" ");
  return ["self", ...children].map(ticksOf).reduce((sum, ticks) => sum + ticks, 0) * 10;
}

function ticksOf(pid: string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return [11, 12, 13, 14].map((at) => Number(fields[at] ?? 0)).reduce((sum, one) => sum + one, 0);
}

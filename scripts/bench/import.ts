import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { Decoder, Stream } from "@garmin/fitsdk";
import { postgresBinaries, startPostgresCluster } from "@/tests/support/postgres-cluster";
import type { BenchFigure, BenchResult } from "./bench-result";
import { tenYears } from "./import/ten-years";
import { figure, result } from "./measure";

const WORKER = path.join(import.meta.dirname, "import", "import-worker.ts");
const GOALS = { ratio: "<= 1.5", growth: "<= 1.1", memory: "<= 600", none: "<= 0" } as const;
const DECODED_AT_MOST = 300;

type Report = {
  readonly ms: number;
  readonly cpuMs: number;
  readonly workerMb: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly activities: number;
  readonly distinct: number;
  readonly hours: number;
  readonly bytes: number;
};
type Options = {
  readonly activities: number;
  readonly kills: number;
  readonly onPostgres: boolean;
};

/**
 * Ten years of FIT files through the real jobs, against the SDK's bare decoding of the same
 * files in one process; a tenth of them first, to see whether the time grows in proportion.
 * `--kills N` ends the worker by SIGKILL N times at random moments on the way.
 */
export async function benchImport(args: readonly string[]): Promise<BenchResult> {
  const options = optionsOf(args);
  const folder = mkdtempSync(path.join(tmpdir(), "formline-bench-"));
  const binaries = options.onPostgres ? postgresBinaries() : null;
  const cluster = binaries === null ? null : await startPostgresCluster(binaries);
  try {
    let databases = 0;
    const measure = async (activities: number, kills: number): Promise<Measured> => {
      const name = `bench_${databases++}`;
      await cluster?.admin(`create database ${name} owner formline_owner`);
      const databaseUrl = cluster === null ? null : cluster.url(name);
      return measured(path.join(folder, name), { activities, kills, databaseUrl });
    };
    const tenth = await measure(Math.ceil(options.activities / 10), 0);
    const all = await measure(options.activities, options.kills);
    return result("import", figuresOf(all, tenth, options.kills === 0));
  } finally {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function optionsOf(args: readonly string[]): Options {
  const number = (name: string, otherwise: number) => {
    const at = args.indexOf(name);
    return at < 0 ? otherwise : Number(args[at + 1]);
  };
  return {
    activities: number("--activities", 500),
    kills: number("--kills", 0),
    onPostgres: args.includes("--postgres"),
  };
}

type Measured = Report & {
  readonly expected: number;
  readonly receiveMs: number;
  readonly decode: Spent;
};

async function measured(
  folder: string,
  plan: {
    readonly activities: number;
    readonly kills: number;
    readonly databaseUrl: string | null;
  },
): Promise<Measured> {
  const files = path.join(folder, "files");
  mkdirSync(files, { recursive: true });
  const sample: Uint8Array[] = [];
  let written = 0;
  for (const file of tenYears(plan.activities, new Date().toISOString().slice(0, 10))) {
    writeFileSync(path.join(files, `${String(written++).padStart(6, "0")}.fit`), file);
    if (written % Math.ceil(plan.activities / DECODED_AT_MOST) === 0) sample.push(file);
  }
  const environment = {
    ...process.env,
    NODE_OPTIONS: "",
    LOG_LEVEL: "error",
    FORMLINE_DATA_DIR: path.join(folder, "data"),
    ...(plan.databaseUrl === null ? {} : { DATABASE_URL: plan.databaseUrl }),
  };
  const worker = (verb: string, given: string) => startWorker([verb, given], environment);
  const received = await reportOf<{ batchId: string; ms: number }>(worker("receive", files));
  const before = decodeAll(sample);
  for (let kill = 0; kill < plan.kills; kill++) {
    await killLater(worker("run", received.batchId), 2_000 + Math.random() * 8_000);
  }
  const report = await reportOf<Report>(worker("run", received.batchId));
  const after = decodeAll(sample);
  const perFile = plan.activities / 2 / sample.length;
  return {
    ...report,
    expected: plan.activities,
    receiveMs: received.ms,
    decode: {
      ms: (before.ms + after.ms) * perFile,
      cpuMs: (before.cpuMs + after.cpuMs) * perFile,
    },
  };
}

type Spent = { readonly ms: number; readonly cpuMs: number };

/** The SDK with its own defaults, in this process. */
function decodeAll(files: readonly Uint8Array[]): Spent {
  const started = performance.now();
  const before = process.cpuUsage();
  for (const bytes of files) new Decoder(Stream.fromByteArray(bytes)).read();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - started, cpuMs: (user + system) / 1000 };
}

/** `isWhole`: one process did it all. After kills the last one's time says nothing of the goals. */
function figuresOf(all: Measured, tenth: Measured, isWhole: boolean): Record<string, BenchFigure> {
  const { activities, distinct, expected, ms, decode } = all;
  const goal = (wanted: string) => (isWhole ? wanted : undefined);
  const stages = Object.entries(all.stages).map(([name, spent]): [string, BenchFigure] => [
    `share: ${name}`,
    figure(spent / (all.receiveMs + ms), undefined, "of the whole time; stages overlap"),
  ]);
  return {
    activities: figure(activities),
    lost: figure(expected - distinct, GOALS.none),
    doubled: figure(activities - distinct, GOALS.none),
    ratioToDecode: figure(
      (all.receiveMs + ms) / decode.ms,
      goal(GOALS.ratio),
      "from the first byte to the last morning, to the SDK's decoding in one process",
    ),
    cpuToDecode: figure(all.cpuMs / decode.cpuMs, undefined, "processor time of the worker"),
    perSecond: figure((activities / (all.receiveMs + ms)) * 1000),
    growth: figure(perActivity(all) / perActivity(tenth), GOALS.growth, "per activity, to a tenth"),
    workerMb: figure(all.workerMb, GOALS.memory),
    storageKbPerHour: figure(all.bytes / 1024 / all.hours),
    "share: receive": figure(all.receiveMs / (all.receiveMs + ms), undefined, "of the whole time"),
    ...Object.fromEntries(stages),
  };
}

function perActivity({ receiveMs, ms, expected }: Measured): number {
  return (receiveMs + ms) / expected;
}

function startWorker(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", WORKER, ...args],
    { env, stdio: ["ignore", "pipe", "inherit"] },
  );
}

async function reportOf<T>(worker: ChildProcess): Promise<T> {
  let output = "";
  worker.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => worker.once("close", resolve));
  const line = output.split("\n").find((text) => text.startsWith("report "));
  if (code !== 0 || !line) throw new Error(`The worker ended with ${code}.`);
  return JSON.parse(line.slice("report ".length)) as T;
}

async function killLater(worker: ChildProcess, afterMs: number): Promise<void> {
  const closed = new Promise((resolve) => worker.once("close", resolve));
  await Promise.race([closed, sleep(afterMs)]);
  worker.kill("SIGKILL");
  await closed;
}

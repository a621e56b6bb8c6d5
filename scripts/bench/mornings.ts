import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { openDatabase } from "@/db/open/open-database";
import { newRingKey } from "@/lib/crypto/key-ring";
import { postgresBinaries, startPostgresCluster } from "@/tests/support/postgres-cluster";
import type { BenchFigure, BenchResult } from "./bench-result";
import { figure, median, result } from "./measure";
import { peakMb, postgresMs, processorMs } from "./mornings/process-figures";
import { FORGET_THE_MORNING, seedAthletes } from "./mornings/seed-athletes";

const WORKER = path.join(import.meta.dirname, "mornings", "morning-worker.ts");
const VENDOR = path.join(import.meta.dirname, "mornings", "vendor-process.ts");
const FEW = 100;
const ROUNDS = 5;
/** Looking counts events: often enough for the hundred, too seldom to be felt by the many. */
const LOOK_MS = 250;
const TELL_MS = 10_000;
const LONGEST_MS = 20 * 60_000;
const GOALS = { growth: "<= 1.1", none: "<= 0", seconds: "<= 180" } as const;

/**
 * The mornings of many athletes on a real PostgreSQL, by two processes of the app, one of which
 * is killed half-way, with a vendor in a process of its own that each morning asks for the night;
 * before that those of a hundred, to see whether the time grows in proportion.
 */
export async function benchMornings(args: readonly string[]): Promise<BenchResult> {
  const at = args.indexOf("--athletes");
  const athletes = at < 0 ? 1_000 : Number(args[at + 1]);
  const binaries = postgresBinaries();
  if (binaries === null) {
    const note = "no PostgreSQL server binary on this machine";
    return result("mornings", { athletes: { value: null, note, ok: false } });
  }
  const cluster = await startPostgresCluster(binaries);
  const folder = mkdtempSync(path.join(tmpdir(), "formline-bench-"));
  const vendor = await startVendor(Math.max(FEW, athletes));
  try {
    const site = async (name: string, count: number) => {
      await cluster.admin(`create database ${name} owner formline_owner`);
      // What is added keeps to the rules; checking each of millions of rows would take minutes.
      const all = `postgres://postgres@127.0.0.1:${cluster.port}/${name}`;
      return startSite({ databaseUrl: cluster.url(name), all }, folder, vendor, count);
    };
    const few = await site("few", FEW);
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push((await few.morning(false)).ms);
    await few.stop();
    const many = await site("many", athletes);
    tell(`${athletes} mornings of the first day, which are not measured`);
    await many.morning(false);
    tell(`${athletes} mornings begin`);
    const measured = await many.morning(true);
    await many.stop();
    return result("mornings", figuresOf(athletes, median(rounds.slice(1)), measured));
  } finally {
    await stopped(vendor.process);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Measured = {
  readonly ms: number;
  /** Until half of them were answered: both processes were alive. */
  readonly halfMs: number;
  readonly answered: number;
  readonly doubled: number;
  readonly databaseMs: number;
  /** Processor milliseconds until then. */
  readonly untilHalf: ProcessorMs;
  readonly peakMb: number;
  readonly vendorAsked: number;
};

type ProcessorMs = { readonly app: number; readonly postgres: number; readonly vendor: number };

type Vendor = { readonly url: string; readonly process: ChildProcess; asked(): Promise<number> };

/** Progress, beside the figures. */
function tell(what: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`);
}

function figuresOf(athletes: number, fewMs: number, all: Measured): Record<string, BenchFigure> {
  const growth = all.halfMs / (athletes / 2) / (fewMs / FEW);
  return {
    athletes: figure(athletes),
    missed: figure(athletes - all.answered, GOALS.none),
    doubled: figure(all.doubled, GOALS.none),
    perSecond: figure(
      (athletes / all.ms) * 1000,
      undefined,
      "one of two processes killed half-way",
    ),
    perSecondOfTwo: figure((athletes / 2 / all.halfMs) * 1000, undefined, "until then"),
    seconds: figure(all.ms / 1000, athletes <= 10_000 ? GOALS.seconds : undefined),
    growth: figure(growth, GOALS.growth, `time per athlete, to that of ${FEW}`),
    databaseMs: figure(all.databaseMs / athletes, undefined, "per athlete, in PostgreSQL"),
    processMs: figure(all.untilHalf.app / (athletes / 2), undefined, "processor, per athlete: app"),
    postgresMs: figure(all.untilHalf.postgres / (athletes / 2), undefined, "PostgreSQL"),
    vendorMs: figure(all.untilHalf.vendor / (athletes / 2), undefined, "the vendor"),
    vendorAsked: figure(all.vendorAsked / athletes, undefined, "calls over HTTP, per athlete"),
    peakMb: figure(all.peakMb, undefined, "the larger of the two processes"),
  };
}

/** A database with athletes in it, and two processes of the app at work on it. */
async function startSite(
  { databaseUrl, all }: { readonly databaseUrl: string; readonly all: string },
  folder: string,
  vendor: Vendor,
  count: number,
) {
  const database = await openDatabase({ databaseUrl });
  await migrateDatabase(database, { folder: "db/migrations", log: () => undefined });
  await database.close();
  const client = new Client({ connectionString: all });
  await client.connect();
  await client.query("set session_replication_role = replica");
  const ringKey = newRingKey(new Date());
  tell(`adding ${count} athletes`);
  await seedAthletes(client, count, { ringKey, onPart: every(TELL_MS, (n) => tell(`${n} added`)) });
  await client.query("set session_replication_role = origin");
  // Of the caller's environment only what a process needs, as in a container.
  const environment = {
    PATH: process.env.PATH,
    LOG_LEVEL: "error",
    FORMLINE_DATA_DIR: path.join(folder, "data"),
    FORMLINE_GARMIN_PERSONAL_URL: vendor.url,
    FORMLINE_KEYS: ringKey,
    FORMLINE_SECRET: ringKey,
    FORMLINE_URL: "http://127.0.0.1:3000",
    DATABASE_URL: databaseUrl,
  };
  const workers = [startProcess(WORKER, environment), startProcess(WORKER, environment)];
  await Promise.all(workers.map(isReady));
  return {
    morning: (isDisturbed: boolean) => measureMorning(client, workers, vendor, count, isDisturbed),
    stop: async () => {
      await client.end();
      await Promise.all(workers.map(stopped));
    },
  };
}

/** Makes every athlete's morning due and waits for the last answer. */
async function measureMorning(
  client: Client,
  workers: readonly ChildProcess[],
  vendor: Vendor,
  count: number,
  isDisturbed: boolean,
): Promise<Measured> {
  for (const statement of FORGET_THE_MORNING) await client.query(statement);
  await client.query("update athlete_schedules set next_morning_at = now()");
  await client.query(
    "update job_crons set next_at = now() where function_id like '%dispatch-mornings'",
  );
  const session = await number(client, "select pg_backend_pid() as n");
  const used = (): ProcessorMs => ({
    app: processorMs(workers.map(({ pid }) => pid)),
    postgres: postgresMs(session),
    vendor: processorMs([vendor.process.pid]),
  });
  const before = {
    databaseMs: await databaseMs(client),
    used: used(),
    asked: await vendor.asked(),
  };
  const told = every(TELL_MS, (n) => tell(`${n} answered`));
  const started = performance.now();
  let half: { ms: number; used: ProcessorMs } | null = null;
  let answered = 0;
  while (answered < count && performance.now() - started < LONGEST_MS) {
    await sleep(LOOK_MS);
    answered = await answeredIn(client);
    told(answered);
    if (half === null && answered >= count / 2) {
      half = { ms: performance.now() - started, used: difference(used(), before.used) };
      if (isDisturbed) workers[0]?.kill("SIGKILL");
    }
  }
  const ms = performance.now() - started;
  return {
    ...{ ms, answered, peakMb: Math.max(...workers.map(({ pid }) => peakMb(pid))) },
    halfMs: half?.ms ?? ms,
    doubled: await doubledIn(client),
    databaseMs: (await databaseMs(client)) - before.databaseMs,
    untilHalf: half?.used ?? { app: 0, postgres: 0, vendor: 0 },
    vendorAsked: (await vendor.asked()) - before.asked,
  };
}

function difference(after: ProcessorMs, before: ProcessorMs): ProcessorMs {
  return {
    app: after.app - before.app,
    postgres: after.postgres - before.postgres,
    vendor: after.vendor - before.vendor,
  };
}

async function number(client: Client, query: string): Promise<number> {
  return Number((await client.query(query)).rows[0]?.n ?? 0);
}

const answeredIn = (client: Client) =>
  number(client, "select count(*) as n from job_events where name = 'morning/answered'");

/** Athletes with a second run or a second announcement of one day. */
const doubledIn = (client: Client) =>
  number(
    client,
    `select count(*) as n from (
      select name, data ->> 'athleteId' as athlete from job_events where name like 'morning/%'
      group by 1, 2 having count(*) > 1
      union all
      select function_id, event -> 'data' ->> 'athleteId' from job_runs where function_id like '%-morning'
      group by 1, 2 having count(*) > 1) twice`,
  );

/** Milliseconds that sessions have spent on statements so far. */
const databaseMs = (client: Client) =>
  number(
    client,
    "select active_time as n from pg_stat_database where datname = current_database()",
  );

async function startVendor(accounts: number): Promise<Vendor> {
  const vendor = startProcess(VENDOR, { PATH: process.env.PATH }, [`${accounts}`]);
  const url = await isReady(vendor);
  const asked = () =>
    new Promise<number>((resolve) => {
      vendor.once("message", (n) => resolve(Number(n)));
      vendor.send("asked");
    });
  return { url, process: vendor, asked };
}

/** As `scripts/serve.mjs` starts its processes. */
function startProcess(script: string, env: object, args: readonly string[] = []): ChildProcess {
  const served = ["--max-semi-space-size=32", "--use-largepages=silent"];
  const node = [...served, "--conditions=react-server", "--import", "tsx", script, ...args];
  return spawn(process.execPath, node, {
    env: { ...env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
}

/** What it says first. */
function isReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("close", () => reject(new Error("A process ended before it was ready.")));
    child.stdout?.once("data", (text) => resolve(String(text).trim()));
  });
}

/** Calls `work` at most so often. */
function every<T>(ms: number, work: (value: T) => void): (value: T) => void {
  let last = performance.now();
  return (value) => {
    if (performance.now() - last < ms) return;
    last = performance.now();
    work(value);
  };
}

async function stopped(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const closed = new Promise((resolve) => worker.once("close", resolve));
  worker.kill("SIGTERM");
  await Promise.race([closed, sleep(15_000)]);
  worker.kill("SIGKILL");
}

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { openDatabase } from "@/db/open/open-database";
import { postgresBinaries, startPostgresCluster } from "@/tests/support/postgres-cluster";
import type { BenchFigure, BenchResult } from "./bench-result";
import { figure, median, result } from "./measure";
import { seedAthletes } from "./mornings/seed-athletes";

const WORKER = path.join(import.meta.dirname, "mornings", "morning-worker.ts");
const FEW = 100;
const ROUNDS = 5;
const LOOK_MS = 100;
const LONGEST_MS = 20 * 60_000;
const GOALS = { growth: "<= 1.1", none: "<= 0", seconds: "<= 180" } as const;

/**
 * The mornings of many athletes on a real PostgreSQL, by two processes of the app, one of which
 * is killed half-way; before that those of a hundred, to see whether the time grows in proportion.
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
  try {
    const site = async (name: string, count: number) => {
      await cluster.admin(`create database ${name} owner formline_owner`);
      return startSite(cluster.url(name), folder, count);
    };
    const few = await site("few", FEW);
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push((await few.morning(false)).ms);
    await few.stop();
    const many = await site("many", athletes);
    const measured = await many.morning(true);
    await many.stop();
    return result("mornings", figuresOf(athletes, median(rounds.slice(1)), measured));
  } finally {
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
  readonly nodeMs: number;
  readonly peakMb: number;
};

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
    processMs: figure(
      all.nodeMs / (athletes / 2),
      undefined,
      "per athlete, processor time of both",
    ),
    peakMb: figure(all.peakMb, undefined, "the larger of the two processes"),
  };
}

/** A database with athletes in it, and two processes of the app at work on it. */
async function startSite(databaseUrl: string, folder: string, count: number) {
  const database = await openDatabase({ databaseUrl });
  await migrateDatabase(database, { folder: "db/migrations", log: () => undefined });
  await database.close();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await seedAthletes(client, count);
  const environment = {
    ...process.env,
    NODE_OPTIONS: "",
    LOG_LEVEL: "error",
    FORMLINE_DATA_DIR: path.join(folder, "data"),
    DATABASE_URL: databaseUrl,
  };
  const workers = [startWorker(environment), startWorker(environment)];
  await Promise.all(workers.map(isReady));
  return {
    morning: (isDisturbed: boolean) => measureMorning(client, workers, count, isDisturbed),
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
  count: number,
  isDisturbed: boolean,
): Promise<Measured> {
  await client.query("delete from mornings where computed_at > now() - interval '12 hours'");
  await client.query("delete from job_events");
  await client.query("delete from job_runs");
  await client.query(
    "update athlete_schedules set next_morning_at = now(), last_morning_day = last_morning_day - 1 where last_morning_day > current_date - 1",
  );
  await client.query("update athlete_schedules set next_morning_at = now()");
  await client.query(
    "update job_crons set next_at = now() where function_id like '%dispatch-mornings'",
  );
  const before = { databaseMs: await databaseMs(client), nodeMs: nodeMs(workers) };
  const started = performance.now();
  let half: { ms: number; nodeMs: number } | null = null;
  let answered = 0;
  while (answered < count && performance.now() - started < LONGEST_MS) {
    await sleep(LOOK_MS);
    answered = await answeredIn(client);
    if (half === null && answered >= count / 2) {
      half = { ms: performance.now() - started, nodeMs: nodeMs(workers) - before.nodeMs };
      if (isDisturbed) workers[0]?.kill("SIGKILL");
    }
  }
  const ms = performance.now() - started;
  const peakMb = Math.max(...workers.map(peakMbOf));
  return {
    ...{ ms, answered, peakMb },
    halfMs: half?.ms ?? ms,
    doubled: await doubledIn(client),
    databaseMs: (await databaseMs(client)) - before.databaseMs,
    nodeMs: half?.nodeMs ?? 0,
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

function startWorker(env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", WORKER], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function isReady(worker: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("close", () => reject(new Error("A process ended before it was ready.")));
    worker.stdout?.once("data", () => resolve());
  });
}

async function stopped(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const closed = new Promise((resolve) => worker.once("close", resolve));
  worker.kill("SIGTERM");
  await Promise.race([closed, sleep(15_000)]);
  worker.kill("SIGKILL");
}

/** Processor time of the processes that are alive, in milliseconds. */
function nodeMs(workers: readonly ChildProcess[]): number {
  return workers.map(ticksOf).reduce((sum, ticks) => sum + ticks, 0) * 10;
}

function ticksOf({ pid }: ChildProcess): number {
  const fields = procFile(`/proc/${pid}/stat`).split(") ")[1]?.split(" ") ?? [];
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

function peakMbOf({ pid }: ChildProcess): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(procFile(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** Of a process that is gone, nothing. */
function procFile(name: string): string {
  try {
    return readFileSync(name, "utf8");
  } catch {
    return "";
  }
}

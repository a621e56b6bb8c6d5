import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { openDatabase } from "@/db/open/open-database";
import { fitnessPage } from "@/db/queries/fitness-page";
import { runAsAthlete } from "@/db/run-as-athlete";
import { localDate } from "@/lib/dates/local-date";
import type { AthleteId } from "@/lib/ids";
import {
  type PostgresCluster,
  postgresBinaries,
  startPostgresCluster,
} from "@/tests/support/postgres-cluster";
import { runFormline, startProductionServer } from "@/tests/support/production-server";
import { sessionCookie } from "@/tests/support/session-cookie";
import type { BenchFigure, BenchResult } from "./bench-result";
import { cloneDemoAthlete } from "./clone-demo-athlete";
import { addFourHourRide, addTenYears, athleteOf, fillList } from "./fill-for-pages";
import { firstChartMs, startBrowser } from "./first-chart";
import { figure, median, result } from "./measure";

const SECRET = randomUUID() + randomUUID();
const WARM_UPS = 4;
const ROUNDS = 11;
const SHORT_LIST = 500;
const LONG_LIST = 5000;
const GOALS = { chart: "<= 500", fitness: "<= 50", growth: "<= 1.25" } as const;

/** Pages that grow with what the athlete has: a long ride, ten years of load, a long list. */
export async function benchPages(): Promise<BenchResult> {
  const binaries = postgresBinaries();
  if (binaries === null) {
    const note = "no PostgreSQL server binary on this machine";
    return result("pages", { activityFirstChartMs: { value: null, goal: GOALS.chart, note } });
  }
  const scratch = mkdtempSync(path.join(tmpdir(), "formline-bench-"));
  const cluster = await startPostgresCluster(binaries);
  try {
    await cluster.admin('create database bench owner "formline_owner"');
    const variables = {
      DATABASE_URL: cluster.url("bench"),
      FORMLINE_SECRET: SECRET,
      FORMLINE_PEPPER: SECRET,
      FORMLINE_DATA_DIR: scratch,
      FORMLINE_URL: "http://127.0.0.1",
    };
    await runFormline(["demo"], variables);
    const filled = await fill(cluster);
    return result("pages", {
      ...(await measurePages(variables, filled)),
      ...(await measureFitness(cluster, filled)),
    });
  } finally {
    await cluster.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

type Filled = {
  readonly rideId: string;
  readonly athleteId: string;
  readonly today: string;
  /** Of the one with the ride and the years, of the short and of the long list. */
  readonly cookies: readonly [string, string, string];
};

async function fill(cluster: PostgresCluster): Promise<Filled> {
  const client = new Client({ connectionString: cluster.url("bench") });
  await client.connect();
  try {
    const claims = await cloneDemoAthlete(client, 3);
    const athletes: string[] = [];
    for (const one of claims) athletes.push(await athleteOf(client, one));
    const [whole = "", short = "", long = ""] = athletes;
    await fillList(client, whole, short, SHORT_LIST);
    await fillList(client, whole, long, LONG_LIST);
    const rideId = await addFourHourRide(client, whole);
    const today = new Date().toISOString().slice(0, 10);
    await addTenYears(client, whole, today);
    await cluster.admin("vacuum (analyze)", "bench");
    const [a = "", b = "", c = ""] = await Promise.all(
      claims.map((one) => sessionCookie(one, SECRET)),
    );
    return { rideId, athleteId: whole, today, cookies: [a, b, c] };
  } finally {
    await client.end();
  }
}

async function measurePages(
  variables: Record<string, string>,
  { rideId, cookies: [whole, short, long] }: Filled,
): Promise<Record<string, BenchFigure>> {
  const server = await startProductionServer(variables);
  const browser = await startBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const [name = "", value = ""] = whole.split("=");
    await context.addCookies([{ name, value, url: server.url }]);
    const ride = `${server.url}/activities/${rideId}`;
    const charts = await rounds(() => firstChartMs(context, ride));
    const answers = await rounds(() => answerMs(ride, whole));
    const lists: number[] = [];
    const shorts: number[] = [];
    // In turn, so that a noisy minute of the machine meets both.
    for (let round = 0; round < WARM_UPS + 2 * ROUNDS; round++) {
      const list = `${server.url}/activities`;
      const times = [await answerMs(list, short), await answerMs(list, long)] as const;
      if (round < WARM_UPS) continue;
      shorts.push(times[0]);
      lists.push(times[1]);
    }
    return {
      activityFirstChartMs: figure(median(charts), GOALS.chart),
      activityPageMs: figure(median(answers)),
      listGrowth: figure(median(lists) / median(shorts), GOALS.growth),
      listMs: figure(median(lists)),
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function measureFitness(
  cluster: PostgresCluster,
  { athleteId, today }: Filled,
): Promise<Record<string, BenchFigure>> {
  const database = await openDatabase({ databaseUrl: cluster.url("bench") });
  try {
    const day = localDate(today);
    const asAthlete = runAsAthlete(database, athleteId as AthleteId);
    const times = await rounds(async () => {
      const started = performance.now();
      await asAthlete((tx) => fitnessPage(tx, { sport: "all", from: null, to: day, today: day }));
      return performance.now() - started;
    });
    return { fitnessDataMs: figure(median(times), GOALS.fitness) };
  } finally {
    await database.close();
  }
}

/** What `measure` says, after it has run often enough to be compiled. */
async function rounds(measure: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < WARM_UPS + ROUNDS; round++) {
    const ms = await measure();
    if (round >= WARM_UPS) times.push(ms);
  }
  return times;
}

async function answerMs(url: string, cookie: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(url, { headers: { cookie } });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - started;
}

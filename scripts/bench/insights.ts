import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
import { Client } from "pg";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { openDatabase } from "@/db/open/open-database";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import { newRingKey } from "@/lib/crypto/key-ring";
import { startAnthropicServer } from "@/tests/support/anthropic/start-anthropic-server";
import { postgresBinaries, startPostgresCluster } from "@/tests/support/postgres-cluster";
import type { BenchResult } from "./bench-result";
import type { AskedDay, Measured } from "./insights/insights-worker";
import { figure, percentile, result } from "./measure";
import { seedAthletes } from "./mornings/seed-athletes";

const WORKER = path.join(import.meta.dirname, "insights", "insights-worker.ts");
const TSX = ["--conditions=react-server", "--import", "tsx"];
const WEEKS_A_MONTH = 52 / 12;
const DAYS_A_MONTH = 365 / 12;
const GOALS = {
  ...{ cache: ">= 0.8", missed: "<= 0", escalated: "<= 0.05" },
  // What is in memory is one batch, however many there are.
  ...{ peak: "<= 512", growth: "<= 1.25" },
} as const;

/**
 * A week's insights of many athletes: facts, prompts, batches, answers, verification, on a real
 * PostgreSQL and against the model that is played on this machine.
 */
export async function benchInsights(args: readonly string[]): Promise<BenchResult> {
  const at = args.indexOf("--athletes");
  const athletes = at < 0 ? 1_000 : Number(args[at + 1]);
  const binaries = postgresBinaries();
  if (binaries === null) {
    const note = "no PostgreSQL server binary on this machine";
    return result("insights", { athletes: { value: null, note, ok: false } });
  }
  const cluster = await startPostgresCluster(binaries);
  const model = await startAnthropicServer();
  model.endBatchesAfter(0);
  model.always("mixed");
  const folder = mkdtempSync(path.join(tmpdir(), "formline-bench-"));
  try {
    await cluster.admin("create database insights owner formline_owner");
    const databaseUrl = cluster.url("insights");
    const ringKey = newRingKey(new Date());
    const client = await prepare(databaseUrl, athletes, ringKey);
    const measured = await work(await daysToAsk(client), {
      ...{ DATABASE_URL: databaseUrl, FORMLINE_DATA_DIR: path.join(folder, "data") },
      ...{ ANTHROPIC_API_KEY: "any", FORMLINE_AI_URL: model.url, FORMLINE_AI_BUDGET: "100000" },
      FORMLINE_KEYS: ringKey,
    });
    const calls = await callsIn(client);
    const activitiesADay = await activitiesADayIn(client);
    await client.end();
    const figures = figuresOf(athletes, measured, calls.filter(isOf("weekly")));
    const costs = costsOf(athletes, calls, activitiesADay);
    return result("insights", { ...figures, ...costs });
  } finally {
    await model.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Call = {
  readonly athleteId: string;
  readonly feature: "weekly" | "daily" | "debrief";
  readonly prompt: number;
  readonly output: number;
  readonly cached: number;
  readonly usd: number;
  readonly batch: boolean;
  readonly attempt: number;
  readonly ok: boolean;
  readonly isBetter: boolean;
};

function figuresOf(athletes: number, measured: Measured, calls: readonly Call[]) {
  const tokens = tokensByAthlete(calls);
  const sum = (of: (call: Call) => number) => calls.reduce((all, call) => all + of(call), 0);
  const asked = calls.filter(({ batch }) => batch).length;
  return {
    athletes: figure(athletes),
    unanswered: figure(calls.filter(({ ok }) => !ok).length, GOALS.missed),
    repaired: figure(calls.length - asked, undefined, "questions asked again, one at a time"),
    escalatedShare: figure(
      calls.filter(({ isBetter }) => isBetter).length / Math.max(1, asked),
      GOALS.escalated,
      "of the athletes, to the better model",
    ),
    promptsPerSecond: figure(
      (asked / measured.sendMs) * 1000,
      undefined,
      "with the facts' queries",
    ),
    answersPerSecond: figure((asked / measured.takeMs) * 1000, undefined, "verified and kept"),
    peakMb: figure(measured.peakMb, GOALS.peak, "the process that sends and takes"),
    growthMb: figure(measured.lastMb - measured.firstMb, undefined, "last batch to first"),
    growthRatio: figure(measured.lastMb / measured.firstMb, GOALS.growth, "last batch to first"),
    tokensMedian: figure(percentile(tokens, 0.5), undefined, "an athlete, all questions together"),
    tokensP95: figure(percentile(tokens, 0.95)),
    cacheShare: figure(
      sum(({ cached }) => cached) / (measured.prefixTokens * calls.length),
      GOALS.cache,
      "of what is the same for everybody",
    ),
    cachedOfPrompt: figure(sum(({ cached }) => cached) / sum(({ prompt }) => prompt)),
  };
}

/** What was asked again counts with what was asked first. */
function tokensByAthlete(calls: readonly Call[]): number[] {
  const found = new Map<string, number>();
  for (const { athleteId, prompt, output } of calls) {
    found.set(athleteId, (found.get(athleteId) ?? 0) + prompt + output);
  }
  return [...found.values()];
}

const isOf = (feature: Call["feature"]) => (call: Call) => call.feature === feature;

/**
 * US dollars for a thousand athletes a month, at the dated prices, questions that were asked again
 * included: a week's insights in batches, a briefing every day and a debrief of every activity,
 * each of these asked by itself.
 */
function costsOf(athletes: number, calls: readonly Call[], activitiesADay: number) {
  const usd = (feature: Call["feature"]) =>
    calls.filter(isOf(feature)).reduce((sum, call) => sum + call.usd, 0);
  const asked = (feature: Call["feature"]) =>
    calls.filter((call) => isOf(feature)(call) && call.attempt === 1).length;
  /** Not a number where none was asked. */
  const ofEach = (feature: Call["feature"]) => usd(feature) / asked(feature);
  const orNull = (value: number) => (Number.isFinite(value) ? value : null);
  const activities = activitiesADay * DAYS_A_MONTH;
  const weekly = (usd("weekly") / athletes) * 1000 * WEEKS_A_MONTH;
  const briefings = ofEach("daily") * 1000 * DAYS_A_MONTH;
  const debriefs = ofEach("debrief") * 1000 * activities;
  const told = (feature: Call["feature"], often: string) =>
    `${often}; ${asked(feature)} were asked`;
  return {
    costPer1000Month: figure(
      orNull(weekly + briefings + debriefs),
      undefined,
      "US dollars, at the dated prices: the three below together",
    ),
    weeklyPer1000Month: figure(weekly, undefined, "insights, in batches"),
    briefingsPer1000Month: figure(orNull(briefings), undefined, told("daily", "one a day")),
    debriefsPer1000Month: figure(
      orNull(debriefs),
      undefined,
      told("debrief", `${Math.round(activities)} activities a month`),
    ),
  };
}

/** Of one athlete, over the last four weeks. */
async function activitiesADayIn(client: Client): Promise<number> {
  const found = await client.query(
    `select count(*)::float8 / nullif(count(distinct athlete_id), 0) / 28 as per_day
     from activities where day between current_date - 28 and current_date - 1`,
  );
  return (found.rows[0] as { per_day: number | null }).per_day ?? 0;
}

/** Athletes who have agreed, with two weeks behind them that stand out. */
async function prepare(databaseUrl: string, athletes: number, ringKey: string): Promise<Client> {
  const database = await openDatabase({ databaseUrl });
  await migrateDatabase(database, { folder: "db/migrations", log: () => undefined });
  await database.close();
  const client = new Client({ connectionString: databaseUrl });
  // A failure elsewhere stops the cluster under it.
  client.on("error", () => undefined);
  await client.connect();
  await seedAthletes(client, athletes, { ringKey });
  await client.query(
    "insert into ai_settings (athlete_id, consented_at) select id, now() from athletes",
  );
  await client.query(
    `update wellness_days set resting_hr_bpm = resting_hr_bpm + 8, sleep_s = 19800,
       hrv_rmssd_ms = hrv_rmssd_ms * 0.7 where day > current_date - 14`,
  );
  // Seeded until yesterday: without last night nobody's morning has an answer to put into words.
  await client.query(
    `insert into wellness_days (athlete_id, day, hrv_rmssd_ms, hrv_source, resting_hr_bpm,
       sleep_s, sleep_score, stress_avg, sources, updated_at)
     select d.athlete_id, d.day + 1, hrv_rmssd_ms, hrv_source, resting_hr_bpm,
       sleep_s, sleep_score, stress_avg, sources, now()
     from wellness_days d join athletes a on a.id = d.athlete_id
     where d.day = (now() at time zone a.time_zone)::date - 1`,
  );
  return client;
}

async function callsIn(client: Client): Promise<Call[]> {
  const found = await client.query(
    `select athlete_id as "athleteId", input_tokens + cache_read_tokens + cache_write_tokens as prompt,
       output_tokens as output, cache_read_tokens as cached, cost_usd as usd,
       feature, attempt, is_batch as batch, outcome = 'ok' as ok,
       model = $1 as "isBetter"
     from model_calls where outcome <> 'not_asked'`,
    [ASSISTANT_SETTINGS.escalation.model],
  );
  return found.rows as Call[];
}

/** Enough for a mean. */
const MOST_DAYS = 200;

async function daysToAsk(client: Client): Promise<AskedDay[]> {
  const found = await client.query(
    `select athlete_id as "athleteId", max(id::text) as "activityId" from activities
     where day >= current_date - 7 group by athlete_id order by athlete_id limit $1`,
    [MOST_DAYS],
  );
  return found.rows as AskedDay[];
}

async function work(days: readonly AskedDay[], env: Record<string, string>): Promise<Measured> {
  const worker = spawn(process.execPath, [...TSX, WORKER, JSON.stringify(days)], {
    env: { ...process.env, NODE_OPTIONS: "", LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(await text(worker.stdout)) as Measured;
}

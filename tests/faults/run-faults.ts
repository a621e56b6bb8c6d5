// `npm run test:faults -- --seed S --days D`: days of simulated time with a vendor that has bad
// days, processes that are killed and a database that crashes. At the end the database must
// hold exactly what the vendor has. The seed that it prints plays the same days again.
import { spawn } from "node:child_process";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { seededRandom } from "@/db/seed/seeded-random";
import { addDays } from "@/lib/dates/local-date";
import { instantAt, localDayAt } from "@/lib/dates/zoned-time";
import { postgresBinaries, startPostgresCluster } from "../support/postgres-cluster";
import type { BadDay } from "../support/vendors/bad-days";
import { startGarminServer } from "../support/vendors/garmin/garmin-server";

const CHILD = "tests/faults/worker-child.ts";
const TIME_ZONE = "Europe/Zurich";
const HOURS = [5, 13, 21];
/** Without faults at the end, so that what was to come has come. */
const CALM_DAYS = 9;
const KNOWN_DAYS = 4;
const WORK_WITHIN_MS = 120_000;

const { values } = parseArgs({ options: { seed: { type: "string" }, days: { type: "string" } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const days = Number(values.days ?? 7);
const random = seededRandom(seed).next;
const below = (most: number) => Math.floor(random() * most);
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;
const say = (text: string) => process.stdout.write(`${text}\n`);

const binaries = postgresBinaries();
if (binaries === null) {
  say("Skipped: no initdb and postgres on PATH or in /usr/lib/postgresql.");
  process.exit(0);
}
say(`seed ${seed}, ${days} days`);
const cluster = await startPostgresCluster(binaries);
const garmin = await startGarminServer();
await cluster.admin("create database faults owner formline_owner");
const dataDir = (await import("node:fs")).mkdtempSync("/tmp/formline-faults-");
const today = localDayAt(new Date(), TIME_ZONE);
const firstDay = addDays(today, -KNOWN_DAYS);
const account = garmin.account({ firstDay, lastDay: today, activities: KNOWN_DAYS + 1 });
const removed = new Set<number>();
const tally = { faults: 0, kills: 0, crashes: 0 };

/** Resolves with what it printed; null when it was killed or failed. */
function child(verb: string, aheadMs: number, killAfterMs: number | null): Promise<string | null> {
  const worker = spawn(
    process.execPath,
    [
      "--conditions=react-server",
      "--import",
      "tsx",
      CHILD,
      verb,
      cluster.url("faults"),
      account.key,
    ],
    {
      stdio: ["ignore", "pipe", "ignore"],
      env: {
        ...process.env,
        ...{ NODE_OPTIONS: "", LOG_LEVEL: "silent", FORMLINE_DATA_DIR: dataDir },
        ...{ FORMLINE_TEST_AHEAD_MS: String(aheadMs), FORMLINE_GARMIN_PERSONAL_URL: garmin.url },
      },
    },
  );
  let output = "";
  worker.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const timer = setTimeout(() => worker.kill("SIGKILL"), killAfterMs ?? WORK_WITHIN_MS);
  return new Promise((resolve) => {
    worker.once("close", (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? output : null);
    });
  });
}

const aheadAt = (day: number, hour: number) =>
  instantAt(addDays(today, day), hour, 10, TIME_ZONE).getTime() - Date.now();

const PATHS = [
  undefined,
  /^\/activitylist-service\//,
  /^\/download-service\//,
  /^\/hrv-service\//,
  /^\/sleep-service\//,
  /^\/personalapitoken-service\//,
];
function badDay(): BadDay {
  const path = oneOf(PATHS);
  const where = { ...(path && { path }), times: 1 + below(5) };
  const how = oneOf(["half_body", "html", "empty_204", "null", "empty_list", "all_null"] as const);
  const after = random() < 0.5 ? { retryAfterS: 1 + below(3) } : {};
  return oneOf<BadDay>([
    { ...where, how },
    { ...where, how },
    { ...where, status: oneOf([401, 403, 500, 503]) },
    { ...where, status: 429, ...after },
  ]);
}

/** What happens at the vendor on a day: the night may be uploaded late. */
function liveDay(day: number): void {
  account.setLastDay(addDays(today, day));
  account.setLastNight(random() < 0.3 ? addDays(today, day - 1) : null);
  if (day > 0) account.addActivities(1);
  if (random() >= 0.15) return;
  const [, gone] = account.list(0, 2);
  if (!gone) return;
  account.removeActivity(gone.id);
  removed.add(gone.id);
}

async function stretch(day: number, hour: number): Promise<void> {
  for (let i = below(4); i > 0; i--) {
    garmin.fail(badDay());
    tally.faults++;
  }
  const isKilled = random() < 0.3;
  const working = child("work", aheadAt(day, hour), isKilled ? 1_500 + below(6_000) : null);
  if (random() < 0.15) {
    await new Promise((resolve) => setTimeout(resolve, 2_000 + below(3_000)));
    await cluster.restart();
    tally.crashes++;
  }
  if ((await working) === null) tally.kills++;
  garmin.recover();
}

async function live(): Promise<Report> {
  if ((await child("prepare", 0, null)) === null) throw new Error("The athlete could not be made.");
  for (let day = 0; day < days; day++) {
    liveDay(day);
    for (const hour of HOURS) await stretch(day, hour);
    say(`day ${day + 1}: ${JSON.stringify(tally)}`);
  }
  account.setLastNight(null);
  for (const day of [days, days + 1, days + CALM_DAYS, days + CALM_DAYS + 1]) {
    if ((await child("work", aheadAt(day, 12), null)) === null) say("a calm day took too long");
  }
  const output = (await child("report", 0, null)) ?? "";
  const line = output.split("\n").find((text) => text.startsWith("report "));
  return JSON.parse(line?.slice("report ".length) ?? "null") as Report;
}

type Report = Record<string, Record<string, unknown>[]>;

function truth(): Report {
  const length = KNOWN_DAYS + days;
  const dayRows = Array.from({ length }, (_, i) => addDays(firstDay, i)).flatMap((day) => {
    const known = account.day(day);
    if (!known) return [];
    const { hrvMs, restingHr, sleepS, steps, weightG } = known;
    const body = { hrv_rmssd_ms: hrvMs, resting_hr_bpm: restingHr, weight_kg: weightG / 1000 };
    return [{ day, ...body, sleep_s: sleepS, steps }];
  });
  const listed = account.list(0, length + 9).map(({ id, startMs }) => ({ id, startMs }));
  const remote = [
    ...listed.map(({ id }) => ({ external_id: String(id), status: "fetched" })),
    ...[...removed].map((id) => ({ external_id: String(id), status: "removed" })),
  ].sort((a, b) => (a.external_id < b.external_id ? -1 : 1));
  const activities = listed.map(({ startMs }) => ({ start: startMs / 1000 })).reverse();
  return { days: dayRows, remote, activities };
}

/** What was removed there may be here or not: it depends on whether it had been fetched. */
function compare(found: Report, expected: Report): string[] {
  const wrong: string[] = [];
  const check = (name: string, a: unknown, b: unknown) => {
    if (isDeepStrictEqual(a, b)) return;
    wrong.push(`${name}:\n  here   ${JSON.stringify(a)}\n  vendor ${JSON.stringify(b)}`);
  };
  const ordered = (rows: Record<string, unknown>[] = []) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
  check("days", ordered(found.days), ordered(expected.days));
  const seen = new Set(found.remote?.map((row) => row.external_id));
  const known = expected.remote?.filter(
    (row) => row.status !== "removed" || seen.has(row.external_id),
  );
  check(
    "list",
    found.remote?.map(({ external_id, status }) => ({ external_id, status })),
    known?.map(({ external_id, status }) => ({ external_id, status })),
  );
  const starts = found.activities?.map((row) => Number(row.start)) ?? [];
  check("each once", starts.length, new Set(starts).size);
  const missing = expected.activities?.filter((row) => !starts.includes(Number(row.start)));
  check("missing activities", missing, []);
  const extra = starts.length - (expected.activities?.length ?? 0);
  if (extra > removed.size) wrong.push(`${extra} activities too many`);
  for (const name of ["unfinished", "waiting"] as const) check(name, found[name], []);
  return wrong;
}

const found = await live();
const wrong = compare(found, truth());
await garmin.close();
await cluster.stop();
(await import("node:fs")).rmSync(dataDir, { recursive: true, force: true });
say(
  `seed ${seed}: ${days} days, ${tally.faults} faults, ${tally.kills} kills, ${tally.crashes} database crashes, ${found.days?.length} days and ${found.activities?.length} activities, ${found.dead?.length} dead letters`,
);
for (const text of wrong) say(text);
if (wrong.length > 0) say(JSON.stringify(found.dead?.slice(0, 3)));
say(wrong.length === 0 ? "The database holds exactly what the vendor has." : "FAILED");
process.exit(wrong.length === 0 ? 0 : 1);

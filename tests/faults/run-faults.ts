// `npm run test:faults -- --seed S --days D`: days of simulated time with vendors that have bad
// days and send messages as they please, processes that are killed and a database that crashes.
// At the end the database must hold exactly what the vendors have. The seed that it prints plays
// the same days again.
import { mkdtempSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { addDays } from "@/lib/dates/local-date";
import { instantAt, localDayAt } from "@/lib/dates/zoned-time";
import { postgresBinaries, startPostgresCluster } from "../support/postgres-cluster";
import { chanceOf } from "./chance";
import { garminLife } from "./garmin-life";
import { partnerLife } from "./partner-life";
import { type Report, TIME_ZONE } from "./people";
import { Post } from "./post";
import { stravaLife } from "./strava-life";
import { Worker } from "./worker";

const HOURS = [5, 13, 21];
/** Without faults at the end, so that what was to come has come. */
const CALM_DAYS = 9;
/**
 * The database dates what is kept, and its clock is not moved: the first noon must be past by
 * then, whenever it is played, or Strava's seven days are over before the last one.
 */
const FIRST_NOON_MS = 14 * 3_600_000;

const { values } = parseArgs({ options: { seed: { type: "string" }, days: { type: "string" } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const days = Number(values.days ?? 7);
const chance = chanceOf(seed);
const say = (text: string) => process.stdout.write(`${text}\n`);

const binaries = postgresBinaries();
if (binaries === null) {
  say("Skipped: no initdb and postgres on PATH or in /usr/lib/postgresql.");
  process.exit(0);
}
say(`seed ${seed}, ${days} days`);
const today = localDayAt(new Date(Date.now() - FIRST_NOON_MS), TIME_ZONE);
const cluster = await startPostgresCluster(binaries, { keepsCommits: true });
await cluster.admin("create database faults owner formline_owner");
const dataDir = mkdtempSync("/tmp/formline-faults-");
const garmin = await garminLife(chance, today, days);
const partner = await partnerLife(chance, today);
const strava = await stravaLife(chance, instantAt(today, 0, 0, TIME_ZONE).getTime());
const lives = [garmin, partner, strava];
const post = new Post(chance);
const worker = new Worker([cluster.url("faults"), garmin.key], {
  FORMLINE_DATA_DIR: dataDir,
  FORMLINE_GARMIN_PERSONAL_URL: garmin.url,
  FORMLINE_GARMIN_PARTNER_URL: partner.url,
  FORMLINE_GARMIN_PARTNER_AUTH_URL: partner.url,
  FORMLINE_GARMIN_PARTNER_CONSENT_URL: partner.url,
  FORMLINE_GARMIN_PARTNER_ID: partner.client.clientId,
  FORMLINE_GARMIN_PARTNER_SECRET: partner.client.clientSecret,
  FORMLINE_STRAVA_URL: strava.url,
  FORMLINE_STRAVA_ID: strava.client.clientId,
  FORMLINE_STRAVA_SECRET: strava.client.clientSecret,
});
const tally = { faults: 0, kills: 0, "kills at a renewal": 0, crashes: 0, reconnects: 0 };

const aheadAt = (day: number, hour: number) =>
  instantAt(addDays(today, day), hour, 10, TIME_ZONE).getTime() - Date.now();

/** The vendor has renewed its tokens; whoever asked does not live to save them. */
let isKilledAtRenewal = false;
for (const { grants } of [partner, strava]) {
  const renew = grants.renew.bind(grants);
  grants.renew = (refreshToken) => {
    const given = renew(refreshToken);
    if (isKilledAtRenewal && given) {
      isKilledAtRenewal = false;
      tally["kills at a renewal"]++;
      worker.kill();
    }
    return given;
  };
}

async function work(day: number, hour: number): Promise<boolean> {
  strava.skewClock(aheadAt(day, hour) / 1000);
  const connected = await worker.ask("work", aheadAt(day, hour));
  partner.forgive();
  tally.reconnects += Number(connected ?? 0);
  return connected !== null;
}

/** By day and by night, while the process may be killed, the database too. */
async function stretch(day: number, hour: number): Promise<void> {
  for (let i = chance.below(5); i > 0; i--) {
    chance.oneOf(lives)?.fail();
    tally.faults++;
  }
  post.add(...partner.live(day, hour), ...strava.live(day, hour), ...partner.answers());
  if (chance.happens(0.2)) post.add(...strava.forged(), ...partner.forged());
  isKilledAtRenewal = chance.happens(0.15);
  const killAfterMs = chance.happens(0.3) ? 200 + chance.below(4_000) : null;
  const crashAfterMs = chance.happens(0.15) ? 200 + chance.below(3_000) : null;
  const kill = killAfterMs === null ? null : setTimeout(() => worker.kill(), killAfterMs);
  const crash = crashAfterMs === null ? null : pause(crashAfterMs).then(() => cluster.restart());
  const working = work(day, hour);
  await pause(chance.below(500));
  await post.bring(worker, 0.7);
  if (!(await working)) tally.kills++;
  if (kill) clearTimeout(kill);
  if (crash) {
    await crash;
    tally.crashes++;
  }
  isKilledAtRenewal = false;
  for (const life of lives) life.recover();
}

/** Nothing goes wrong, and whatever was sent arrives. */
async function calm(day: number, hour = 12): Promise<void> {
  do {
    if (!(await work(day, hour))) say("a calm day took too long");
    post.add(...partner.answers());
    await post.bring(worker, 1);
  } while (post.waiting > 0);
  // What is found to be signed out in the first, the athlete connects again in the second.
  for (let i = 0; i < 2; i++) {
    if (!(await work(day, hour))) say("a calm day took too long");
  }
}

async function report(): Promise<Report> {
  const found = await worker.ask("report", aheadAt(days, 12));
  if (found === null) throw new Error("What is in the database could not be read.");
  return found as Report;
}

async function live(): Promise<string[]> {
  if ((await worker.ask("prepare", 0)) === null) throw new Error("The athletes could not be made.");
  for (let day = 0; day < days; day++) {
    garmin.live(day);
    for (const hour of HOURS) await stretch(day, hour);
    say(`day ${day + 1}: ${JSON.stringify(tally)}`);
  }
  garmin.rest();
  // A file that was refused for good is asked for again with the next sync, hours later.
  for (const hour of [5, 12]) await calm(days, hour);
  // Before a week has passed, after which Strava's data is deleted.
  const wrong = strava.wrong((await report()).of.strava, days);
  for (const day of [days + 1, days + CALM_DAYS, days + CALM_DAYS + 1]) await calm(day);
  const { of, dead } = await report();
  wrong.push(...garmin.wrong(of.garmin_personal), ...partner.wrong(of.garmin_partner));
  const { days: known, activities } = of.garmin_personal;
  say(
    `seed ${seed}: ${days} days, ${JSON.stringify(tally)}, ${post.delivered} messages and ${post.refused} refused, ${known.length} days and ${activities.length} activities by a key, ${dead.length} dead letters`,
  );
  if (wrong.length > 0) say(JSON.stringify(dead.slice(0, 3)));
  return wrong;
}

const wrong = await live().catch((error: unknown) => [
  error instanceof Error ? (error.stack ?? error.message) : String(error),
]);
worker.kill();
for (const life of lives) await life.close();
await cluster.stop();
rmSync(dataDir, { recursive: true, force: true });
for (const text of wrong) say(text);
say(wrong.length === 0 ? "The database holds exactly what the vendors have." : "FAILED");
process.exit(wrong.length === 0 ? 0 : 1);

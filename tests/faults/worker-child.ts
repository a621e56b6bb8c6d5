import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { setDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { openDatabase } from "@/db/open/open-database";
import { rows } from "@/db/rows";
import { runAsSystem } from "@/db/run-as-system";
import { allFunctions } from "@/inngest/functions/all";
import { type Jobs, startJobs } from "@/inngest/start-jobs";
import { athleteContextForCommandLine, systemContext } from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { createLogger } from "@/lib/logger";
import { beginOAuth } from "@/lib/services/begin-oauth";
import { connectPasted } from "@/lib/services/connect-pasted";
import { finishOAuth } from "@/lib/services/finish-oauth";
import { receiveWebhook } from "@/lib/services/receive-webhook";
import { registerUser } from "@/lib/services/register-user";
import type { Provider } from "@/lib/training/source/providers";
import { type Held, PEOPLE, type Report, TIME_ZONE, VENDORS, type Vendor } from "./people";
import { clock } from "./shift-clock";

/** What is due later than this is another day's work. */
const SOON_MS = 12_000;
const [databaseUrl = "", key = ""] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl, onWarning: () => undefined });
setDatabase(database);
const system = runAsSystem(database);
const all = (query: string) =>
  system(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));
let jobs: Jobs | null = null;

const server = createServer(async (incoming, response) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const provider = (incoming.url ?? "").split("/").at(-1) as Provider;
  const headers = new Headers(incoming.headers as Record<string, string>);
  const request = { headers, body: Buffer.concat(chunks), query: new URLSearchParams() };
  const status = await receiveWebhook(systemContext(), provider, request).then(
    (answer) => (answer.kind === "refused" ? answer.status : 200),
    () => 503,
  );
  response.writeHead(status).end();
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

process.on("message", async ({ verb, aheadMs }: { verb: string; aheadMs: number }) => {
  clock.aheadMs = aheadMs;
  const done = await { prepare, work, report }[verb as "work"]().then(
    (result: unknown) => ({ result: result ?? true }),
    (error: unknown) => ({ error: error instanceof Error ? error.stack : String(error) }),
  );
  process.send?.(done);
});
process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });

async function prepare(): Promise<void> {
  await migrateDatabase(database, { folder: "db/migrations", log: () => undefined });
  for (const email of Object.values(PEOPLE)) {
    const person = { email, name: "Somebody", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...person, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
  }
  for (const vendor of VENDORS) await connect(vendor);
}

/** As the athlete does it in the browser. */
async function connect(vendor: Vendor): Promise<void> {
  const ctx = await athleteContextForCommandLine(PEOPLE[vendor]);
  if (vendor === "garmin_personal") return void (await connectPasted(ctx, vendor, { pasted: key }));
  const { url } = await beginOAuth(ctx, vendor);
  const answer = await fetch(url, { redirect: "manual" });
  const back = new URL(answer.headers.get("location") ?? "").searchParams;
  const consent = { state: back.get("state") ?? "", code: back.get("code") };
  await finishOAuth(ctx, vendor, { ...consent, scope: back.get("scope") });
}

/** Everything that is due, as a server does it; athletes connect again when they are asked to. */
async function work(): Promise<number> {
  let connected = 0;
  const left = "select provider from connections where status = 'needs_reconnect'";
  for (const { provider } of await all(left).catch(() => [])) {
    const hasConnected = await connect(provider as Vendor).then(
      () => true,
      () => false,
    );
    if (hasConnected) connected++;
  }
  jobs ??= await startJobs({
    mode: { kind: "embedded" },
    functions: allFunctions,
    runAsSystem: system,
    log: createLogger("silent"),
    isAlone: false,
    leaseSeconds: 5,
    retryDelay: () => 500,
    pollMs: { first: 20, longest: 100 },
  });
  for (let [calm, failed] = [0, 0]; calm < 3; await pause(50)) {
    // While the database is started anew, a server goes on trying as well.
    const isDone = await isAllDone(jobs).catch(async (error: unknown) => {
      if (failed++ > 40) throw error;
      await pause(250);
      return false;
    });
    calm = isDone ? calm + 1 : 0;
  }
  return connected;
}

async function isAllDone(running: Jobs): Promise<boolean> {
  await running.drain();
  const soon = new Date(Date.now() + SOON_MS).toISOString();
  const due = await all(`select 1 from job_runs where status in ('queued', 'waiting', 'running')
    and run_at < '${soon}' union all select 1 from job_events where dispatched_at is null`);
  return due.length === 0;
}

async function report(): Promise<Report> {
  const of = {} as Record<Vendor, Held>;
  for (const vendor of VENDORS) {
    const mine = `athlete_id = (select a.id from athletes a join users u on u.id = a.user_id where u.email = '${PEOPLE[vendor]}')`;
    of[vendor] = {
      days: await all(
        `select day::text, hrv_rmssd_ms, resting_hr_bpm, sleep_s, steps, weight_kg from wellness_days where ${mine} order by day`,
      ),
      activities: await all(
        `select extract(epoch from started_at)::int as start from activities where ${mine} order by started_at`,
      ),
      remote: await all(
        `select external_id, status, problem from remote_activities where ${mine} order by 1`,
      ),
      unfinished: await all(`select id from import_batches where status <> 'finished' and ${mine}`),
      waiting: await all(`select id from import_files where status = 'waiting' and ${mine}`),
      connection: await all(`select status, problem from connections where ${mine}`),
    };
  }
  return { of, dead: await all("select function_id, error from job_dead_letters") };
}

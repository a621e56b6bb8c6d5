import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { listConnections } from "@/db/queries/connections";
import { syncHistory } from "@/db/queries/sync-history";
import { rows } from "@/db/rows";
import { runAsSystem } from "@/db/run-as-system";
import { importBatch } from "@/inngest/functions/import-batch";
import { syncConnectionNow } from "@/inngest/functions/sync-connection";
import { type Jobs, startJobs } from "@/inngest/start-jobs";
import { athleteContextForJob, systemContext } from "@/lib/auth/context";
import { createLogger } from "@/lib/logger";
import { connectPasted } from "@/lib/services/connect-pasted";
import { dispatchSyncs } from "@/lib/services/dispatch-syncs";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";
import { type GarminServer, startGarminServer } from "@/tests/support/vendors/garmin/garmin-server";

vi.setConfig({ testTimeout: 180_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-vendor-retries-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "fatal");

let garmin: GarminServer;
beforeAll(async () => {
  garmin = await startGarminServer();
  vi.stubEnv("FORMLINE_GARMIN_PERSONAL_URL", garmin.url);
});
afterAll(async () => {
  await garmin.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const LIST = /^\/activitylist-service\//;
const FILE = /^\/download-service\//;
const HOUR_MS = 3_600_000;

eachDatabase("a vendor that fails is asked again", (databases) => {
  let database: OpenDatabase;
  let athleteId: string;
  let jobs: Jobs;
  let before = 0;

  beforeEach(async () => {
    // Only what time it is: the executor's own timers run.
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(new Date("2026-11-21T09:00:00Z"));
    database = await databases.create();
    setDatabase(database);
    athleteId = (await createTestAthlete(database)).athleteId;
    const account = garmin.account({
      firstDay: "2026-11-19",
      lastDay: "2026-11-21",
      activities: 2,
    });
    await connectPasted(await context(), "garmin_personal", { pasted: account.key });
    before = garmin.requests.length;
    jobs = await startJobs({
      mode: { kind: "embedded" },
      functions: (inngest) => [syncConnectionNow, importBatch].map((define) => define(inngest)),
      runAsSystem: runAsSystem(database),
      log: createLogger("fatal"),
      isAlone: true,
    });
  });
  afterEach(async () => {
    await jobs.stop();
    garmin.recover();
    vi.useRealTimers();
    setDatabase(null);
  });

  const context = () => athleteContextForJob(athleteId);
  const select = (query: string) =>
    runAsSystem(database)(async ({ db }) =>
      rows<Record<string, unknown>>(await db.execute(sql.raw(query))),
    );
  const connection = async () => {
    const [only] = await (await context()).tx(listConnections);
    if (!only) throw new Error("There is no connection.");
    return only;
  };
  const askedFor = (what: RegExp) =>
    garmin.requests.slice(before).filter((one) => what.test(one.path)).length;
  /** Milliseconds from now until the sync goes on; null when it has ended. */
  const nextTryInMs = async () => {
    const [run] = await select(
      `select extract(epoch from run_at) * 1000 as at from job_runs
       where function_id like '%-sync-connection' and status in ('queued', 'waiting')`,
    );
    return run === undefined ? null : Math.round(Number(run.at) - Date.now());
  };
  /** Lets the clock stand at each next try, up to the end of the sync; how long it took to each. */
  async function waits(): Promise<number[]> {
    const waited: number[] = [];
    for (;;) {
      await jobs.drain();
      const ms = await nextTryInMs();
      if (ms === null) return waited;
      waited.push(ms);
      // A moment before it nothing is asked.
      const asked = garmin.requests.length;
      vi.setSystemTime(Date.now() + ms - 1);
      await jobs.drain();
      expect(garmin.requests).toHaveLength(asked);
      vi.setSystemTime(Date.now() + 1);
    }
  }
  const outcomes = async () => {
    const { id } = await connection();
    const runs = await (await context()).tx((tx) => syncHistory(tx, id, 9));
    return runs.map(({ trigger, outcome }) => `${trigger}: ${outcome}`);
  };
  const here = async () => ({
    remote: (await select("select status from remote_activities")).map((row) => row.status),
    files: (await select("select count(*)::int as n from import_files"))[0]?.n,
    activities: (await select("select count(*)::int as n from activities"))[0]?.n,
    dead: (await select("select count(*)::int as n from job_dead_letters"))[0]?.n,
  });
  const WHOLE = { remote: ["fetched", "fetched"], files: 2, activities: 2, dead: 0 };

  it("after 1, 2, 4 and 8 s and some chance, five times at most, then with the next schedule", async () => {
    garmin.fail({ path: LIST, status: 500, times: 100 });
    const waited = await waits();
    expect(waited).toHaveLength(4);
    for (const [failed, ms] of waited.entries()) {
      expect(ms, `after ${failed + 1} tries`).toBeGreaterThanOrEqual(
        Math.ceil(2 ** failed / 2) * 1000,
      );
      expect(ms, `after ${failed + 1} tries`).toBeLessThanOrEqual(
        Math.ceil(2 ** failed * 1.5) * 1000,
      );
    }
    expect(askedFor(LIST)).toBe(5);
    // The days had come: only the list is missing, and who looks reads why.
    expect(await outcomes()).toEqual(["connected: partial"]);
    expect(await connection()).toMatchObject({
      ...{ status: "connected", problemCode: "unavailable" },
      nextSyncAt: new Date(Date.now() + HOUR_MS),
    });
    expect(await here()).toMatchObject({ remote: [], dead: 0 });

    garmin.recover();
    await jobs.drain();
    expect(askedFor(LIST)).toBe(5);
    vi.setSystemTime(Date.now() + HOUR_MS);
    expect(await dispatchSyncs(systemContext())).toEqual({ dispatched: 1 });
    expect(await waits()).toEqual([]);
    expect(await outcomes()).toEqual(["schedule: done", "connected: partial"]);
    expect(await here()).toEqual(WHOLE);
    expect((await connection()).problem).toBeNull();
  });

  it.each([
    ["in seconds", { retryAfterAs: "seconds" }],
    ["until a time, by a clock two hours behind", { retryAfterAs: "date", skewS: -7200 }],
  ] as const)("not before the time that it names (%s)", async (_how, named) => {
    garmin.fail({ path: LIST, status: 429, times: 2, retryAfterS: 90, ...named });
    const waited = await waits();
    expect(waited).toHaveLength(2);
    // A date is told in whole seconds.
    for (const ms of waited) expect(Math.abs(ms - 90_000)).toBeLessThanOrEqual(1000);
    expect(await outcomes()).toEqual(["connected: done"]);
    expect(await here()).toEqual(WHOLE);
    expect((await connection()).problem).toBeNull();
  });

  it("for the very file that it failed at, and no other twice", async () => {
    garmin.fail({ path: FILE, status: 503 });
    garmin.fail({ path: FILE, how: "half_body" });
    expect(await waits()).toHaveLength(2);
    expect(askedFor(FILE)).toBe(4);
    expect(await here()).toEqual(WHOLE);
    const steps = await select(
      `select s.name, s.status from job_steps s join job_runs r on r.id = s.run_id
       where r.function_id like '%-sync-connection' and s.name like 'fetch files%'`,
    );
    expect(steps).toEqual([{ name: "fetch files, part 1", status: "done" }]);
  });
});

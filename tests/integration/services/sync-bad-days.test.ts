import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { listConnections } from "@/db/queries/connections";
import { rows } from "@/db/rows";
import { type AthleteContext, athleteContextForJob } from "@/lib/auth/context";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { garminPersonalSource } from "@/lib/integrations/garmin/personal/garmin-personal-source";
import { connectPasted } from "@/lib/services/connect-pasted";
import { syncConnection } from "@/lib/services/sync-connection";
import { withSources } from "../../support/sources-of";
import { createTestAthlete } from "../../support/test-athlete";
import { eachDatabase } from "../../support/test-databases";
import type { GarminAccount } from "../../support/vendors/garmin/garmin-account";
import { startGarminServer } from "../../support/vendors/garmin/garmin-server";

vi.setConfig({ testTimeout: 180_000 });

const garmin = await startGarminServer();
afterAll(() => garmin.close());
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-bad-days-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
// Read once per process.
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "fatal");

const KNOWN_DAYS = 9;

eachDatabase("a bad day of Garmin", (databases) => {
  let database: OpenDatabase;
  let ctx: AthleteContext;
  let account: GarminAccount;

  // A database for all of them: each has an athlete and an account of its own.
  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
  });
  afterAll(() => setDatabase(null));
  beforeEach(async () => {
    ctx = await athleteContextForJob((await createTestAthlete(database)).athleteId);
    const today = localDayAt(ctx.now, ctx.timeZone);
    const firstDay = addDays(today, 1 - KNOWN_DAYS);
    account = garmin.account({ firstDay, lastDay: today, activities: 2 });
  });

  const select = (query: string) =>
    ctx.tx(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));
  const connect = async (of: AthleteContext) =>
    (await connectPasted(of, "garmin_personal", { pasted: account.key })).connectionId;
  const connection = async () => {
    const [only] = await ctx.tx(listConnections);
    if (!only) throw new Error("There is no connection.");
    return only;
  };
  const waiting = (timeoutMs: number) =>
    withSources(ctx, garminPersonalSource({ baseUrl: garmin.url, timeoutMs }));
  /** What failed of a sync; null when nothing did. */
  const sync = (of: AthleteContext, connectionId: string) =>
    syncConnection(of, connectionId, "asked").then(
      (finished) => (finished?.outcome === "done" ? null : finished),
      (error: Error) => error,
    );
  const truth = async () => ({
    days: await select("select day, hrv_rmssd_ms from wellness_days order by day"),
    remote: (await select("select status from remote_activities")).map((row) => row.status),
    files: await select("select count(*)::int as n from import_files"),
  });

  const LIST = /^\/activitylist-service\//;
  const FILE = /^\/download-service\//;
  const DAYS = /^\/(sleep|hrv|usersummary|wellness|weight)-service\//;
  const WAIT = "wants a pause";
  const AGAIN = "tries again by itself";
  it.each([
    ["401 on the list", { path: LIST, status: 401, times: 9 }, "Make a new one at Garmin"],
    ["403 on the list", { path: LIST, status: 403 }, "what you have allowed"],
    ["429 with Retry-After", { path: LIST, status: 429, retryAfterS: 14 }, WAIT],
    ["429 without", { path: FILE, status: 429 }, WAIT],
    ["429 on the days", { path: DAYS, status: 429, times: 9 }, WAIT],
    ["500 on the list", { path: LIST, status: 500 }, AGAIN],
    ["500 on a file", { path: FILE, status: 500 }, AGAIN],
    ["no answer", { path: LIST, how: "timeout" }, AGAIN],
    ["half an answer", { path: FILE, how: "half_body" }, AGAIN],
    ["half a list", { path: LIST, how: "half_body" }, AGAIN],
    ["a page instead of the list", { path: LIST, how: "html" }, "does not know"],
    ["a page instead of a file", { path: FILE, how: "html" }, null],
    ["204 for a file", { path: FILE, how: "empty_204", times: 2 }, null],
    ["null for a file", { path: FILE, how: "null" }, null],
    ["204 for the list", { path: LIST, how: "empty_204" }, null],
    ["null for the list", { path: LIST, how: "null" }, null],
    ["an empty list", { path: LIST, how: "empty_list" }, null],
    ["days without a value", { path: DAYS, how: "all_null", times: 9 }, null],
  ] as const)("%s: says what to do, and loses and doubles nothing", async (_, day, told) => {
    const of = waiting(20_000);
    const connectionId = await connect(of);
    garmin.fail(day);
    const isSilent = "how" in day && day.how === "timeout";
    await sync(isSilent ? waiting(400) : of, connectionId);
    const { problem } = await connection();
    if (told === null) expect(problem).toBeNull();
    else expect(problem).toContain(told);

    // What was to go wrong and was not asked for does not go wrong later.
    garmin.recover();
    if ((await connection()).status === "needs_reconnect") await connect(of);
    expect(await sync(of, connectionId)).toBeNull();
    expect(await sync(of, connectionId)).toBeNull();
    const now = await truth();
    expect(now.days).toHaveLength(KNOWN_DAYS);
    expect(now.days.every((row) => row.hrv_rmssd_ms !== null)).toBe(true);
    expect(now.remote).toEqual(new Array(2).fill("fetched"));
    expect(now.files).toEqual([{ n: 2 }]);
    expect((await connection()).problem).toBeNull();
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { listConnections } from "@/db/queries/connections";
import { syncHistory } from "@/db/queries/sync-history";
import { rows } from "@/db/rows";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { beginSync } from "@/lib/services/begin-sync";
import { connectPasted } from "@/lib/services/connect-pasted";
import { disconnectSource } from "@/lib/services/disconnect-source";
import { dispatchKeyWarnings } from "@/lib/services/dispatch-key-warnings";
import { dispatchSyncs } from "@/lib/services/dispatch-syncs";
import { finishSync } from "@/lib/services/finish-sync";
import { backfillActivities, listActivities } from "@/lib/services/list-activities";
import { registerUser } from "@/lib/services/register-user";
import { requestSync, requestSyncs } from "@/lib/services/request-sync";
import { syncConnection } from "@/lib/services/sync-connection";
import { warnExpiringKey } from "@/lib/services/warn-expiring-key";
import { eachDatabase } from "../../support/test-databases";
import type { GarminAccount } from "../../support/vendors/garmin/garmin-account";
import { startGarminServer } from "../../support/vendors/garmin/garmin-server";

vi.setConfig({ testTimeout: 180_000 });

const garmin = await startGarminServer();
afterAll(() => garmin.close());
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-sync-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
// Read once per process.
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("FORMLINE_GARMIN_PERSONAL_URL", garmin.url);
vi.stubEnv("LOG_LEVEL", "fatal");

const TIME_ZONE = "Europe/Zurich";
const HISTORY_DAYS = 40;

eachDatabase("syncing Garmin by a key", (databases) => {
  let ctx: AthleteContext;
  let account: GarminAccount;
  const today = localDayAt(new Date(), TIME_ZONE);
  const firstDay = addDays(today, 1 - HISTORY_DAYS);

  beforeEach(async () => {
    setDatabase(await databases.create());
    account = garmin.account({ firstDay, lastDay: today, activities: 5 });
    const email = "sync@example.test";
    const person = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...person, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(email);
  });
  afterEach(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  const select = (query: string) =>
    ctx.tx(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));
  const connect = async () =>
    (await connectPasted(ctx, "garmin_personal", { pasted: account.key, validDays: 90 }))
      .connectionId;
  const connection = async () => {
    const [only] = await ctx.tx(listConnections);
    if (!only) throw new Error("There is no connection.");
    return only;
  };
  const settle = async () => {
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();
  };
  const everything = async () => ({
    days: await select(
      "select day, hrv_rmssd_ms, resting_hr_bpm, sleep_s, steps, weight_kg from wellness_days order by day",
    ),
    activities: await select("select title, started_at, load from activities order by started_at"),
    remote: await select(
      "select external_id, status, attempts from remote_activities order by external_id",
    ),
    originals: await select("select count(*)::int as n from source_files"),
  });

  describe("with the jobs", () => {
    it("brings days, history and recordings, once, however often it is synced", async () => {
      const connectionId = await connect();
      await settle();
      const { days, activities, remote } = await everything();
      expect(days.map((row) => row.day)).toEqual(
        Array.from({ length: HISTORY_DAYS }, (_, i) => addDays(firstDay, i)),
      );
      expect(days.every((row) => row.hrv_rmssd_ms !== null && row.sleep_s !== null)).toBe(true);
      expect(activities.map((row) => row.title)).toEqual(
        [1, 2, 3, 4, 5].map((number) => `Run ${number}`),
      );
      expect(remote.map((row) => row.status)).toEqual(new Array(5).fill("fetched"));
      const answered = await select("select day from mornings where recovery is not null");
      expect(answered.length).toBeGreaterThan(0);

      const before = await everything();
      const state = await connection();
      expect(state).toMatchObject({ status: "connected", problem: null, backfill: [] });
      expect(state.activities).toMatchObject({ fetched: 5, waiting: 0 });
      const [first] = await ctx.tx((tx) => syncHistory(tx, connectionId, 9));
      expect(first).toMatchObject({
        trigger: "connected",
        outcome: "done",
        counts: { days: 28, activities: 5, files: 5 },
      });

      expect(await requestSyncs(ctx)).toEqual({ requested: 0 });
      const later = { ...ctx, now: new Date(Date.now() + 16 * 60_000) };
      expect(await requestSyncs(later)).toEqual({ requested: 1 });
      expect(await requestSync(ctx, connectionId, "asked")).toEqual({ isRequested: true });
      await requestSync(ctx, connectionId, "asked");
      await settle();
      await requestSync(ctx, connectionId, "asked");
      await settle();
      expect(await everything()).toEqual(before);
      const runs = await ctx.tx((tx) => syncHistory(tx, connectionId, 9));
      expect(runs.map(({ trigger, outcome, counts }) => ({ trigger, outcome, counts }))).toEqual([
        { trigger: "asked", outcome: "done", counts: {} },
        { trigger: "asked", outcome: "done", counts: {} },
        { trigger: "opened", outcome: "done", counts: {} },
        { trigger: "connected", outcome: "done", counts: { days: 28, activities: 5, files: 5 } },
      ]);
    });

    it("asks for the history only where some of it is missing", async () => {
      const connectionId = await connect();
      await settle();
      const asked = () =>
        systemContext().tx(async ({ db }) =>
          rows(
            await db.execute(sql`select id from job_events where name = 'connection/history.due'`),
          ),
        );
      const tomorrow = { ...ctx, now: new Date(Date.now() + 25 * 3_600_000) };
      const before = (await asked()).length;
      expect(before).toBeGreaterThan(0);
      await syncConnection(tomorrow, connectionId, "morning");
      expect(await asked()).toHaveLength(before);
      await ctx.tx(({ db }) =>
        db.execute(sql`update connection_cursors set position = position || '{"isDone": false}'
          where kind = 'wellness_backfill'`),
      );
      await syncConnection(tomorrow, connectionId, "morning");
      expect(await asked()).toHaveLength(before + 1);
    });

    it("completes a day that arrived half-empty, and answers its morning anew", async () => {
      account.setLastNight(addDays(today, -1));
      const connectionId = await connect();
      await settle();
      const newest = "select hrv_rmssd_ms, steps from wellness_days order by day desc limit 1";
      expect(await select(newest)).toMatchObject([{ hrv_rmssd_ms: null }]);
      account.setLastNight(null);
      account.addActivities(1);
      await requestSync(ctx, connectionId, "asked");
      await settle();
      expect((await select(newest))[0]?.hrv_rmssd_ms).not.toBeNull();
      expect((await everything()).activities).toHaveLength(6);
    });

    it("takes what came from it alone when it is disconnected with its data", async () => {
      const connectionId = await connect();
      await settle();
      expect(await disconnectSource(ctx, connectionId, { data: "delete" })).toEqual({
        isRevoked: false,
      });
      await settle();
      const left = await everything();
      expect(left).toEqual({ days: [], activities: [], remote: [], originals: [{ n: 0 }] });
      expect(await ctx.tx(listConnections)).toEqual([]);
    });

    it("keeps what it has brought when it is disconnected without", async () => {
      const connectionId = await connect();
      await settle();
      const before = await everything();
      await disconnectSource(ctx, connectionId, { data: "keep" });
      await settle();
      expect(await everything()).toEqual({ ...before, remote: [] });
    });

    it("gives no work up that is cut short by a disconnection", async () => {
      const connectionId = await connect();
      await settle();
      const { runId } = await beginSync(ctx, connectionId, "asked");
      await disconnectSource(ctx, connectionId, { data: "keep" });
      const sync = { connectionId, runId: runId ?? "" };
      expect(await finishSync(ctx, sync, { done: 0, failed: 3 })).toEqual({
        outcome: "failed",
        problemCode: "disconnected",
      });
    });
  });

  it("lists an account of 30,000 activities page by page, wherever it was broken off", async () => {
    account = garmin.account({
      ...{ firstDay: addDays(today, -3_749), lastDay: today },
      ...{ activities: 30_000, activitiesPerDay: 8 },
    });
    const connectionId = await connect();
    const counted = async () =>
      (
        await select("select count(*)::int as n, min(started_at) as first from remote_activities")
      )[0];
    await listActivities(ctx, connectionId);
    expect(await counted()).toMatchObject({ n: 45 });
    garmin.fail({ path: /^\/activitylist-service\//, how: "late", delayMs: 1 });
    const before = garmin.requests.length;
    const heapBefore = process.memoryUsage().heapUsed;
    let most = 0;
    for (let parts = 0; parts < 200; parts++) {
      if (parts === 1) {
        garmin.fail({ path: /^\/activitylist-service\//, status: 500 });
        await expect(backfillActivities(ctx, connectionId)).rejects.toThrow();
      }
      const { remaining } = await backfillActivities(ctx, connectionId);
      most = Math.max(most, process.memoryUsage().heapUsed - heapBefore);
      if (remaining === 0) break;
    }
    expect(await counted()).toMatchObject({ n: 30_000 });
    expect(garmin.requests.length - before).toBeLessThan(30_000 / 40 + 15);
    expect(most).toBeLessThan(128 * 1024 * 1024);
    expect(await backfillActivities(ctx, connectionId)).toEqual({ added: 0, remaining: 0 });
  });

  it("says a week before that a key ends, and when it has ended, each once", async () => {
    await connect();
    const warned = async (days: number) => {
      const now = new Date(Date.now() + days * 86_400_000);
      const { connections } = await dispatchKeyWarnings({ ...systemContext(), now });
      for (const { connectionId } of connections) {
        await warnExpiringKey({ ...ctx, now }, connectionId);
      }
      const { status, problemCode } = await connection();
      const told = await systemContext().tx(async ({ db }) =>
        rows(
          await db.execute(
            sql`select id from job_events where name = 'connection/needs-attention'`,
          ),
        ),
      );
      return { status, problemCode, told: told.length };
    };
    expect(await warned(82)).toEqual({ status: "connected", problemCode: null, told: 0 });
    const soon = { status: "connected", problemCode: "expires_soon", told: 1 };
    expect(await warned(84)).toEqual(soon);
    expect(await warned(85)).toEqual(soon);
    const over = { status: "needs_reconnect", problemCode: "signed_out", told: 2 };
    expect(await warned(91)).toEqual(over);
    expect(await warned(92)).toEqual(over);
  });

  it("is due once a day, also after the server was off for long", async () => {
    await connect();
    const later = (hours: number) => ({
      ...systemContext(),
      now: new Date(Date.now() + hours * 3_600_000),
    });
    expect(await dispatchSyncs(later(1))).toEqual({ dispatched: 0 });
    expect(await dispatchSyncs(later(25))).toEqual({ dispatched: 1 });
    expect(await dispatchSyncs(later(26))).toEqual({ dispatched: 0 });
    expect(await dispatchSyncs(later(24 * 14))).toEqual({ dispatched: 1 });
    expect(await dispatchSyncs(later(24 * 14))).toEqual({ dispatched: 0 });
  });

  it("marks what was removed there, and keeps it here", async () => {
    account = garmin.account({ firstDay: addDays(today, -4), lastDay: today, activities: 5 });
    const connectionId = await connect();
    await listActivities(ctx, connectionId);
    const [, second] = account.list(0, 2);
    account.removeActivity(second?.id ?? 0);
    await listActivities({ ...ctx, now: new Date(Date.now() + 1000) }, connectionId);
    expect(
      await select("select external_id, problem from remote_activities where status = 'removed'"),
    ).toEqual([{ external_id: `${second?.id}`, problem: expect.stringContaining("stays") }]);
  });
});

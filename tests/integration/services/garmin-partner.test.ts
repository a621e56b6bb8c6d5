import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { POST } from "@/app/api/webhooks/[provider]/route";
import { setDatabase } from "@/db/client";
import { listConnections } from "@/db/queries/connections";
import { rows } from "@/db/rows";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays, fromDayNumber } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { applyWebhook } from "@/lib/services/apply-webhook";
import { backfillWellness } from "@/lib/services/backfill-wellness";
import { beginOAuth } from "@/lib/services/begin-oauth";
import { finishOAuth } from "@/lib/services/finish-oauth";
import { registerUser } from "@/lib/services/register-user";
import { requestSync } from "@/lib/services/request-sync";
import { syncWellness } from "@/lib/services/sync-wellness";
import { eachDatabase } from "../../support/test-databases";
import { fitFileOf } from "../../support/training-files";
import {
  PARTNER_CLIENT,
  partnerDelivery,
  startGarminPartnerServer,
} from "../../support/vendors/garmin-partner/start-garmin-partner-server";

vi.setConfig({ testTimeout: 180_000 });

const garmin = await startGarminPartnerServer();
afterAll(() => garmin.close());
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-partner-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
// Read once per process.
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
for (const which of ["URL", "AUTH_URL", "CONSENT_URL"]) {
  vi.stubEnv(`FORMLINE_GARMIN_PARTNER_${which}`, garmin.url);
}
vi.stubEnv("FORMLINE_GARMIN_PARTNER_ID", PARTNER_CLIENT.clientId);
vi.stubEnv("FORMLINE_GARMIN_PARTNER_SECRET", PARTNER_CLIENT.clientSecret);
vi.stubEnv("LOG_LEVEL", "fatal");

const TIME_ZONE = "Europe/Zurich";
const USER = "garmin-user-1";

eachDatabase("hearing from Garmin's partner API", (databases) => {
  const today = localDayAt(new Date(), TIME_ZONE);
  let ctx: AthleteContext;
  let account: ReturnType<typeof garmin.account>;
  beforeEach(async () => {
    setDatabase(await databases.create());
    account = garmin.account(USER);
    const email = "partner@example.test";
    const person = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...person, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(email);
  });
  afterEach(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  const select = (query: string) =>
    systemContext().tx(async ({ db }) =>
      rows<Record<string, unknown>>(await db.execute(sql.raw(query))),
    );
  const settle = async () => {
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();
  };
  async function connect(): Promise<string> {
    const { url } = await beginOAuth(ctx, "garmin_partner");
    const answer = await fetch(url, { redirect: "manual" });
    const back = new URL(answer.headers.get("location") ?? "").searchParams;
    const consent = { state: back.get("state") ?? "", code: back.get("code"), scope: null };
    const { connectionId } = await finishOAuth(ctx, "garmin_partner", consent);
    await settle();
    return connectionId;
  }
  const deliver = async (payload: unknown, clientId?: string) => {
    const { headers, body } = partnerDelivery(payload, clientId);
    const request = new Request("http://localhost:3000/api/webhooks/garmin_partner", {
      ...{ method: "POST", headers, body },
    });
    return (await POST(request, { params: Promise.resolve({ provider: "garmin_partner" }) }))
      .status;
  };
  const connection = async () => (await ctx.tx(listConnections))[0];
  const nights = () => select("select day, sleep_s, hrv_rmssd_ms from wellness_days order by day");

  it("keeps days that are pushed and fetches those that are announced, each once", async () => {
    await connect();
    const hrv = { userId: USER, summaryId: "h", calendarDate: today, lastNightAvg: 48 };
    const night = {
      calendarDate: today,
      deepSleepDurationInSeconds: 7200,
      validation: "AUTO_FINAL",
    };
    const callbackURL = garmin.callback({ json: [{ userId: USER, ...night }] });
    for (let i = 0; i < 3; i++) {
      expect(await deliver({ hrv: [hrv], sleeps: [{ userId: USER, callbackURL }] })).toBe(200);
      await settle();
    }
    expect(await nights()).toEqual([{ day: today, sleep_s: 7200, hrv_rmssd_ms: 48 }]);
    const token = new URL(callbackURL).searchParams.get("token");
    expect(garmin.requests.filter(({ query }) => query.get("token") === token)).toHaveLength(1);
    expect(await connection()).toMatchObject({ status: "connected", problem: null });
  });

  it("lets no guess of a night that arrives late undo its correction", async () => {
    await connect();
    const night = (validation: string, seconds: number) => ({
      sleeps: [
        {
          ...{ userId: USER, calendarDate: today, validation },
          ...{ deepSleepDurationInSeconds: seconds, startTimeInSeconds: 1_790_000_000 },
          durationInSeconds: seconds,
        },
      ],
    });
    await deliver(night("ENHANCED_FINAL", 25_200));
    await settle();
    await deliver(night("AUTO_TENTATIVE", 27_000));
    await settle();
    expect(await nights()).toMatchObject([{ day: today, sleep_s: 25_200 }]);
  });

  it("shows a guess of a night until its correction comes", async () => {
    await connect();
    const night = { userId: USER, calendarDate: today, deepSleepDurationInSeconds: 27_000 };
    await deliver({
      sleeps: [{ ...night, remSleepInSeconds: 3600, validation: "AUTO_TENTATIVE" }],
    });
    await settle();
    expect(await nights()).toMatchObject([{ sleep_s: 30_600 }]);
    await deliver({ sleeps: [{ ...night, validation: "AUTO_FINAL" }] });
    await settle();
    expect(await nights()).toMatchObject([{ sleep_s: 27_000 }]);
  });

  it("makes an activity of an announced file, however often it is announced", async () => {
    await connect();
    const bytes = fitFileOf(addDays(today, -2), "cycling");
    const callbackURL = garmin.callback({ body: bytes });
    const files = [{ userId: USER, activityId: 17, fileType: "FIT", callbackURL }];
    // The summary may come before its file, and after it.
    await deliver({ activities: [{ userId: USER, activityId: 17 }] });
    await settle();
    await deliver({ activityFiles: files });
    await settle();
    await deliver({ activities: [{ userId: USER, activityId: 17 }], activityFiles: files });
    await settle();
    expect(await select("select sport from activities")).toEqual([{ sport: "cycling" }]);
    expect(await connection()).toMatchObject({ status: "connected", problem: null });
  });

  it("takes nothing from who does not know the application", async () => {
    await connect();
    expect(await deliver({ deregistrations: [{ userId: USER }] }, "guessed")).toBe(401);
    // Somebody who does: the access is asked for, and it holds.
    expect(await deliver({ deregistrations: [{ userId: USER }] })).toBe(200);
    await settle();
    expect(await connection()).toMatchObject({ status: "connected" });
    account.isRegistered = false;
    garmin.grants.end(USER);
    await deliver({ deregistrations: [{ userId: USER, summaryId: "again" }] });
    await settle();
    expect(await connection()).toMatchObject({
      ...{ status: "needs_reconnect", problemCode: "signed_out" },
    });
  });

  it("keeps its tokens alive though nothing can be listed, and notes what is allowed", async () => {
    const connectionId = await connect();
    garmin.grants.expireAccess();
    const sealed = () => select("select encode(credentials, 'hex') as c from connections");
    const before = await sealed();
    await requestSync({ ...ctx, now: new Date(Date.now() + 3_600_000) }, connectionId, "asked");
    await settle();
    expect(await sealed()).not.toEqual(before);
    await deliver({ userPermissionsChange: [{ userId: USER, permissions: ["HEALTH_EXPORT"] }] });
    await settle();
    expect(await connection()).toMatchObject({ scopes: ["HEALTH_EXPORT"], status: "connected" });
  });

  const asked = (type: string, since = 0) =>
    garmin.requests
      .slice(since)
      .filter((request) => request.path.endsWith(`/backfill/${type}`))
      .map(({ query }) => {
        const day = (name: string) => fromDayNumber(Number(query.get(name)) / 86_400);
        const [from, to] = ["summaryStartTimeInSeconds", "summaryEndTimeInSeconds"].map(day);
        return { from, to };
      });

  it("asks for a year of history, and says so when the athlete has not allowed it", async () => {
    account.allowsHistory = false;
    const connectionId = await connect();
    expect(await connection()).toMatchObject({
      ...{ status: "connected", problemCode: "forbidden" },
      problem: expect.stringContaining("Look at what you have allowed there"),
    });
    account.allowsHistory = true;
    const before = garmin.requests.length;
    while ((await backfillWellness(ctx, connectionId)).remaining > 0);
    const nights = asked("sleeps", before);
    const rides = asked("activities", before);
    expect(nights[0]?.to).toBe(addDays(today, 1));
    expect(nights.at(-1)?.from).toBe(addDays(today, -364));
    for (const list of [nights, rides]) {
      for (const [i, { from }] of list.entries()) expect(list[i + 1]?.to ?? from).toBe(from);
    }
    await requestSync({ ...ctx, now: new Date() }, connectionId, "asked");
    await settle();
    expect(await connection()).toMatchObject({ status: "connected", problem: null });
  });

  it("asks for the days that it was shut out, once it is let in again", async () => {
    await connect();
    account.isRegistered = false;
    garmin.grants.end(USER);
    await deliver({ deregistrations: [{ userId: USER, summaryId: "left" }] });
    await settle();
    const said = await connection();
    expect(said?.status).toBe("needs_reconnect");
    expect(said?.problem).toContain("Connect again to give your consent anew.");
    account.isRegistered = true;
    const before = garmin.requests.length;
    ctx = { ...ctx, now: new Date() };
    await connect();
    expect(asked("sleeps", before)).toEqual([{ from: addDays(today, -1), to: addDays(today, 1) }]);
    expect(asked("activities", before)).toHaveLength(1);
    expect(await connection()).toMatchObject({ status: "connected", problem: null });
  });

  it("lets no part of a day that arrives late undo the whole of it", async () => {
    await connect();
    const daily = (steps: number, durationInSeconds: number) =>
      deliver({ dailies: [{ userId: USER, calendarDate: today, steps, durationInSeconds }] });
    const steps = () => select("select steps from wellness_days");
    await daily(3000, 13 * 3600);
    await settle();
    expect(await steps()).toEqual([{ steps: 3000 }]);
    await daily(9000, 86_400);
    await settle();
    await daily(4000, 15 * 3600);
    await settle();
    expect(await steps()).toEqual([{ steps: 9000 }]);
  });

  it("has sent again what was announced and could not be had, a day later and once", async () => {
    const connectionId = await connect();
    const bytes = fitFileOf(addDays(today, -2), "cycling");
    const announce = (callbackURL: string) => {
      const startTimeInSeconds = Date.parse(`${addDays(today, -2)}T09:00:00Z`) / 1000;
      const file = { userId: USER, activityId: 18, fileType: "FIT", startTimeInSeconds };
      return deliver({ activityFiles: [{ ...file, callbackURL }] });
    };
    // Fetched by a process that died before it kept it: the address holds no more.
    const usedUp = garmin.callback({ body: bytes }, 0);
    await announce(usedUp);
    await settle();
    expect(await select("select status from webhook_receipts")).toEqual([{ status: "failed" }]);
    const told = await connection();
    expect(told?.nextSyncAt?.getTime()).toBeLessThan(Date.now() + 2 * 3_600_000);

    const before = garmin.requests.length;
    const syncIn = async (days: number) => {
      const now = new Date(Date.now() + days * 86_400_000);
      await syncWellness({ ...ctx, now }, connectionId);
    };
    await syncIn(1);
    expect(asked("activities", before)).toEqual([
      { from: addDays(today, -3), to: addDays(today, 2) },
    ]);
    await announce(garmin.callback({ body: bytes }));
    await settle();
    expect(await select("select sport from activities")).toEqual([{ sport: "cycling" }]);
    await syncIn(2);
    expect(asked("activities", before)).toHaveLength(1);
  });

  it("asks for the whole history again when a part of its answer was lost, three times", async () => {
    const connectionId = await connect();
    const announce = () => {
      garmin.fail({ path: "/wellness-api/rest/callback", how: "html" });
      return deliver({ sleeps: [{ userId: USER, callbackURL: garmin.callback({ json: [] }) }] });
    };
    for (const days of [1, 2, 3, 4]) {
      await announce();
      await settle();
      const before = garmin.requests.length;
      const now = new Date(Date.now() + days * 86_400_000);
      await syncWellness({ ...ctx, now }, connectionId);
      const first = asked("sleeps", before).at(-1)?.from;
      expect(first).toBe(days < 4 ? addDays(today, -364) : undefined);
    }
  });

  it("ends a message on which the vendor does not answer, and asks for it with the next sync", async () => {
    const connectionId = await connect();
    garmin.fail({ path: "/wellness-api/rest/callback", status: 503, times: 9 });
    await deliver({ sleeps: [{ userId: USER, callbackURL: garmin.callback({ json: [] }) }] });
    const [receipt] = await select("select id from webhook_receipts");
    const message = { connectionId, receiptId: String(receipt?.id) };
    const work = (isLastTry: boolean) =>
      applyWebhook(systemContext(), ctx, { ...message, isLastTry });
    await expect(work(false)).rejects.toMatchObject({ failure: "unavailable" });
    await work(true);
    garmin.recover();
    expect(await select("select status from webhook_receipts")).toEqual([{ status: "failed" }]);
    const before = garmin.requests.length;
    await syncWellness({ ...ctx, now: new Date(Date.now() + 86_400_000) }, connectionId);
    expect(asked("sleeps", before)).not.toEqual([]);
  });
});

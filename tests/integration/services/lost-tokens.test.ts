import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { listConnections } from "@/db/queries/connections";
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
import { beginOAuth } from "@/lib/services/begin-oauth";
import { connectPasted } from "@/lib/services/connect-pasted";
import { finishOAuth } from "@/lib/services/finish-oauth";
import { registerUser } from "@/lib/services/register-user";
import { requestSync } from "@/lib/services/request-sync";
import type { Provider } from "@/lib/training/source/providers";
import { eachDatabase } from "../../support/test-databases";
import type { BadDay } from "../../support/vendors/bad-days";
import { startGarminServer } from "../../support/vendors/garmin/garmin-server";
import {
  PARTNER_CLIENT,
  startGarminPartnerServer,
} from "../../support/vendors/garmin-partner/start-garmin-partner-server";
import { STRAVA_CLIENT, startStravaServer } from "../../support/vendors/strava/start-strava-server";

vi.setConfig({ testTimeout: 180_000 });

const garmin = await startGarminServer();
const partner = await startGarminPartnerServer();
const strava = await startStravaServer();
afterAll(() => Promise.all([garmin.close(), partner.close(), strava.close()]));
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-lost-tokens-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
// Read once per process.
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("FORMLINE_GARMIN_CONNECT", "1");
vi.stubEnv("FORMLINE_GARMIN_CONNECT_URL", garmin.url);
vi.stubEnv("FORMLINE_GARMIN_CONNECT_AUTH_URL", garmin.url);
for (const which of ["URL", "AUTH_URL", "CONSENT_URL"]) {
  vi.stubEnv(`FORMLINE_GARMIN_PARTNER_${which}`, partner.url);
}
vi.stubEnv("FORMLINE_GARMIN_PARTNER_ID", PARTNER_CLIENT.clientId);
vi.stubEnv("FORMLINE_GARMIN_PARTNER_SECRET", PARTNER_CLIENT.clientSecret);
vi.stubEnv("FORMLINE_STRAVA_URL", strava.url);
vi.stubEnv("FORMLINE_STRAVA_ID", STRAVA_CLIENT.clientId);
vi.stubEnv("FORMLINE_STRAVA_SECRET", STRAVA_CLIENT.clientSecret);
vi.stubEnv("LOG_LEVEL", "fatal");

const TIME_ZONE = "Europe/Zurich";
const TOKENS = /\/oauth\/token$/;

eachDatabase("tokens that are good for one time", (databases) => {
  const today = localDayAt(new Date(), TIME_ZONE);
  let ctx: AthleteContext;

  beforeEach(async () => {
    setDatabase(await databases.create());
    const email = "lost@example.test";
    const person = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...person, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(email);
  });
  afterEach(async () => {
    for (const server of [garmin, partner, strava]) server.recover();
    await stopRunningJobs();
    setDatabase(null);
  });

  const account = garmin.account({ firstDay: addDays(today, -9), lastDay: today, activities: 2 });
  partner.account();
  strava.account().add({
    ...{ id: 17, name: "Lunch Ride", sportType: "Ride", utcOffsetS: 3600, elapsedS: 600 },
    startS: Math.floor(Date.now() / 1000) - 86_400,
  });
  async function consent(provider: Provider): Promise<void> {
    const { url } = await beginOAuth(ctx, provider);
    const answer = await fetch(url, { redirect: "manual" });
    const back = new URL(answer.headers.get("location") ?? "").searchParams;
    const given = { state: back.get("state") ?? "", code: back.get("code") };
    await finishOAuth(ctx, provider, { ...given, scope: back.get("scope") });
  }
  const select = (query: string) =>
    systemContext().tx(async ({ db }) =>
      rows<Record<string, unknown>>(await db.execute(sql.raw(query))),
    );
  /** Until nothing is to be tried again any more. */
  const settle = async () => {
    const jobs = await startRunningJobs();
    for (;;) {
      jobs.wake();
      await jobs.drain();
      const open = "select 1 from job_runs where status in ('queued', 'running', 'waiting')";
      if ((await select(`${open} and run_at < now() + interval '20 s'`)).length === 0) return;
      await pause(100);
    }
  };
  const connection = async () => {
    const [only] = await ctx.tx(listConnections);
    if (!only) throw new Error("There is no connection.");
    return only;
  };
  const sync = async () => {
    await requestSync({ ...ctx, now: new Date() }, (await connection()).id, "asked");
    await settle();
  };
  const held = async () => ({
    days: await select("select day, sleep_s, hrv_rmssd_ms from wellness_days order by day"),
    activities: await select("select title, started_at from activities order by started_at"),
    remote: await select("select external_id, status from remote_activities order by 1"),
  });

  const VENDORS = {
    garmin_connect: {
      connect: async () => {
        await connectPasted(ctx, "garmin_connect", { pasted: garmin.diTokenJson(account) });
      },
      endAccess: () => garmin.endAccessTokens(),
      fail: (day: BadDay) => garmin.fail(day),
      brings: { days: 10, activities: 2 },
      told: "Bring new ones along, or connect with a key instead.",
    },
    garmin_partner: {
      connect: () => consent("garmin_partner"),
      endAccess: () => partner.grants.expireAccess(),
      fail: (day: BadDay) => partner.fail(day),
      brings: { days: 0, activities: 0 },
      told: "Garmin no longer lets Formline in. Connect again to give your consent anew.",
    },
    strava: {
      connect: () => consent("strava"),
      endAccess: () => strava.grants.expireAccess(),
      fail: (day: BadDay) => strava.fail(day),
      brings: { days: 0, activities: 1 },
      told: "Strava no longer lets Formline in. Connect again to give your consent anew.",
    },
  } as const;
  const EACH = ["garmin_connect", "garmin_partner", "strava"] as const;

  it.each(EACH)("of %s are kept each time that they are renewed", async (provider) => {
    const vendor = VENDORS[provider];
    await vendor.connect();
    await settle();
    const before = await held();
    expect(before.days).toHaveLength(vendor.brings.days);
    expect(before.activities).toHaveLength(vendor.brings.activities);
    for (let i = 0; i < 3; i++) {
      vendor.endAccess();
      await sync();
      expect(await connection()).toMatchObject({ status: "connected", problem: null });
    }
    expect(await held()).toEqual(before);
  });

  it.each(EACH)(
    "of %s that were renewed there and never arrived are said to be lost, and no more is",
    async (provider) => {
      const vendor = VENDORS[provider];
      await vendor.connect();
      await settle();
      const before = await held();
      vendor.endAccess();
      // As when the process dies between the answer and saving it: the old token is used up.
      vendor.fail({ path: TOKENS, how: "half_body" });
      await sync();
      expect(await connection()).toMatchObject({
        ...{ status: "needs_reconnect", problemCode: "signed_out", nextSyncAt: null },
        problem: expect.stringContaining(vendor.told),
      });
      const tell = "select 1 from job_events where name = 'connection/needs-attention'";
      expect(await select(tell)).toHaveLength(1);
      expect(await held()).toEqual(before);

      await vendor.connect();
      await settle();
      expect(await connection()).toMatchObject({ status: "connected", problem: null });
      expect(await held()).toEqual(before);
      expect(await select("select 1 from job_dead_letters")).toEqual([]);
    },
  );
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { listConnections } from "@/db/queries/connections";
import { rows } from "@/db/rows";
import { type AthleteContext, athleteContextForJob, systemContext } from "@/lib/auth/context";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { calendarSource } from "@/lib/integrations/calendar/calendar-source";
import { garminConnectSource } from "@/lib/integrations/garmin/connect/garmin-connect-source";
import { garminPartnerSource } from "@/lib/integrations/garmin/partner/garmin-partner-source";
import type { Source } from "@/lib/integrations/source-ports";
import { stravaSource } from "@/lib/integrations/strava/strava-source";
import { applyWebhook } from "@/lib/services/apply-webhook";
import { backfillWellness } from "@/lib/services/backfill-wellness";
import { beginOAuth } from "@/lib/services/begin-oauth";
import { connectPasted } from "@/lib/services/connect-pasted";
import { finishOAuth } from "@/lib/services/finish-oauth";
import { receiveWebhook } from "@/lib/services/receive-webhook";
import { syncCalendar } from "@/lib/services/sync-calendar";
import { syncConnection } from "@/lib/services/sync-connection";
import type { Provider } from "@/lib/training/source/providers";
import { createTestDatabase } from "../../support/pglite-database";
import { withSources } from "../../support/sources-of";
import { createTestAthlete } from "../../support/test-athlete";
import type { BadDay } from "../../support/vendors/bad-days";
import { startCalendarServer } from "../../support/vendors/calendar/calendar-server";
import { startGarminServer } from "../../support/vendors/garmin/garmin-server";
import {
  partnerDelivery,
  startGarminPartnerServer,
} from "../../support/vendors/garmin-partner/start-garmin-partner-server";
import { startStravaServer } from "../../support/vendors/strava/start-strava-server";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const garmin = await startGarminServer();
const partner = await startGarminPartnerServer();
const strava = await startStravaServer();
const calendar = await startCalendarServer();
const servers = [garmin, partner, strava, calendar];
afterAll(() => Promise.all(servers.map((server) => server.close())));
strava.limits.quarterHour = 1_000_000;
strava.limits.day = 1_000_000;
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-vendors-bad-days-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
// Read once per process.
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "fatal");

const DAY_MS = 86_400_000;
const WAIT = "wants a pause";
const AGAIN = "tries again by itself";
const UNKNOWN = "does not know";
const FORBIDDEN = "what you have allowed";

/** What goes wrong, wherever it does; and what the athlete reads of it on the connection. */
const EVERYWHERE: readonly (readonly [string, BadDay, string])[] = [
  ["403", { status: 403 }, FORBIDDEN],
  ["429 with Retry-After", { status: 429, retryAfterS: 14 }, WAIT],
  ["429 without", { status: 429 }, WAIT],
  [
    "429 until a time by a clock that is wrong",
    { status: 429, retryAfterS: 9, retryAfterAs: "date", skewS: -7200 },
    WAIT,
  ],
  ["500", { status: 500 }, AGAIN],
  ["half an answer", { how: "half_body" }, AGAIN],
  ["a page in its place", { how: "html" }, UNKNOWN],
];
const SILENCE = ["no answer at all", { how: "timeout" }, AGAIN] as const;
/** Nothing at all, as vendors have said it: no problem, and nothing is lost by it. */
const NOTHING = (["empty_204", "null", "empty_list"] as const).map(
  (how) => [`nothing (${how})`, { how } as BadDay, null] as const,
);

describe("a bad day (PGlite)", () => {
  let database: OpenDatabase;
  let ctx: AthleteContext;
  let today = "" as ReturnType<typeof localDayAt>;

  // A database for all of them: each has an athlete of its own.
  beforeAll(async () => {
    database = await createTestDatabase();
    setDatabase(database);
  });
  afterAll(async () => {
    setDatabase(null);
    await database.close();
  });
  beforeEach(async () => {
    ctx = await athleteContextForJob((await createTestAthlete(database)).athleteId);
    today = localDayAt(ctx.now, ctx.timeZone);
  });
  afterEach(() => {
    for (const server of servers) server.recover();
  });

  const select = (query: string) =>
    ctx.tx(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));
  const connection = async () => {
    const [only] = await ctx.tx(listConnections);
    if (!only) throw new Error("There is no connection.");
    return only;
  };
  /** What failed; null when nothing did. */
  const tried = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: Error) => error,
    );
  async function expectTold(told: string | null): Promise<void> {
    const { problem } = await connection();
    if (told === null) expect(problem).toBeNull();
    else expect(problem).toContain(told);
  }
  async function consent(of: AthleteContext, provider: Provider): Promise<string> {
    const { url } = await beginOAuth(of, provider);
    const answer = await fetch(url, { redirect: "manual" });
    const back = new URL(answer.headers.get("location") ?? "").searchParams;
    const given = { state: back.get("state") ?? "", code: back.get("code") };
    const finished = await finishOAuth(of, provider, { ...given, scope: back.get("scope") });
    return finished.connectionId;
  }
  const waiting = (how: (timeoutMs: number) => Source, day: BadDay) =>
    withSources(ctx, how(day.how === "timeout" ? 400 : 20_000));

  describe("of Garmin by tokens", () => {
    const KNOWN_DAYS = 6;
    const LIST = { path: /^\/activitylist-service\// };
    const FILE = { path: /^\/download-service\// };
    const DAYS = {
      path: /^\/(sleep|hrv|usersummary|wellness|weight|userstats)-service\//,
      times: 99,
    };
    const source = (timeoutMs: number) =>
      garminConnectSource({ baseUrl: garmin.url, authUrl: garmin.url, timeoutMs });

    it.each([
      ["401 on the list", { ...LIST, status: 401, times: 9 }, "Bring new ones along"] as const,
      ...EVERYWHERE.map(
        ([name, day, told]) => [`${name} on the list`, { ...LIST, ...day }, told] as const,
      ),
      ["no answer", { ...LIST, ...SILENCE[1] }, AGAIN] as const,
      ["500 on a file", { ...FILE, status: 500 }, AGAIN] as const,
      ["429 on the days", { ...DAYS, status: 429 }, WAIT] as const,
      ["days without a value", { ...DAYS, how: "all_null" }, null] as const,
      ...NOTHING.map(
        ([name, day, told]) => [`${name} for the list`, { ...LIST, ...day }, told] as const,
      ),
    ])("%s: says what to do, and loses and doubles nothing", async (_, day: BadDay, told) => {
      const firstDay = addDays(today, 1 - KNOWN_DAYS);
      const account = garmin.account({ firstDay, lastDay: today, activities: 2 });
      const of = waiting(source, {});
      const connect = async () =>
        (await connectPasted(of, "garmin_connect", { pasted: garmin.diTokenJson(account) }))
          .connectionId;
      const connectionId = await connect();
      garmin.fail(day);
      await tried(syncConnection(waiting(source, day), connectionId, "asked"));
      await expectTold(told);
      garmin.recover();
      if ((await connection()).status === "needs_reconnect") await connect();
      for (let i = 0; i < 2; i++) await syncConnection(of, connectionId, "asked");
      await backfillWellness(of, connectionId);
      const days = await select("select day from wellness_days where hrv_rmssd_ms is not null");
      expect(days).toHaveLength(KNOWN_DAYS);
      expect(await select("select status from remote_activities")).toEqual(
        Array(2).fill({ status: "fetched" }),
      );
      expect(await select("select count(*)::int as n from import_files")).toEqual([{ n: 2 }]);
      await expectTold(null);
    });
  });

  describe("of Strava", () => {
    const LIST = { path: "/api/v3/athlete/activities" };
    const FILE = { path: /^\/api\/v3\/activities\/\d+$/ };
    const source = (timeoutMs: number) =>
      stravaSource({ ...strava.client, baseUrl: strava.url, timeoutMs });

    it.each([
      ["401 on the list", { ...LIST, status: 401, times: 9 }, "Connect again"] as const,
      ...EVERYWHERE.map(
        ([name, day, told]) => [`${name} on the list`, { ...LIST, ...day }, told] as const,
      ),
      ["no answer", { ...LIST, ...SILENCE[1] }, AGAIN] as const,
      ["500 on an activity", { ...FILE, status: 500 }, AGAIN] as const,
      ["half of an activity", { ...FILE, how: "half_body" }, AGAIN] as const,
      ["429 on an activity", { ...FILE, status: 429 }, WAIT] as const,
      ...NOTHING.map(
        ([name, day, told]) => [`${name} for the list`, { ...LIST, ...day }, told] as const,
      ),
    ])("%s: says what to do, and loses and doubles nothing", async (_, day: BadDay, told) => {
      const account = strava.account();
      for (const id of [17, 18]) {
        account.add({
          ...{ id, name: `Ride ${id}`, sportType: "Ride", utcOffsetS: 3600, elapsedS: 600 },
          startS: Math.floor(ctx.now.getTime() / 1000) - id * 3600,
        });
      }
      const of = waiting(source, {});
      const connectionId = await consent(of, "strava");
      strava.fail(day);
      await tried(syncConnection(waiting(source, day), connectionId, "asked"));
      await expectTold(told);
      strava.recover();
      if ((await connection()).status === "needs_reconnect") await consent(of, "strava");
      for (let i = 0; i < 2; i++) await syncConnection(of, connectionId, "asked");
      expect(await select("select status from remote_activities")).toEqual(
        Array(2).fill({ status: "fetched" }),
      );
      expect(await select("select count(*)::int as n from import_files")).toEqual([{ n: 2 }]);
      await expectTold(null);
    });
  });

  describe("of Garmin's partner API", () => {
    const CALLBACK = { path: "/wellness-api/rest/callback" };
    const source = (timeoutMs: number) => garminPartnerSource({ ...partner.options, timeoutMs });

    it.each([
      ["401 twice", { status: 401, times: 2 }, "Connect again to give your consent anew."] as const,
      ...EVERYWHERE,
      SILENCE,
      ...NOTHING,
      ["a night without a value", { how: "all_null" }, null] as const,
    ])("%s: says what to do, and has what was lost sent again", async (_, day: BadDay, told) => {
      // Each athlete has an account of their own.
      const userId = `garmin-${ctx.athleteId}`;
      partner.account(userId);
      const of = waiting(source, {});
      const connectionId = await consentOf(of, userId);
      const night = {
        calendarDate: today,
        deepSleepDurationInSeconds: 7200,
        validation: "AUTO_FINAL",
      };
      const announce = async (tries: AthleteContext) => {
        const callbackURL = partner.callback({ json: [{ userId, ...night }] }, 9);
        const delivery = partnerDelivery({ sleeps: [{ userId, callbackURL }] });
        const system = { ...systemContext(), ports: of.ports };
        await receiveWebhook(system, "garmin_partner", delivery);
        for (const { id } of await systemRows(
          "select id from webhook_receipts where status = 'waiting'",
        )) {
          const message = { connectionId, receiptId: String(id), isLastTry: true };
          await tried(applyWebhook(systemContext(), tries, message));
        }
      };
      partner.fail({ ...CALLBACK, ...day });
      await announce(waiting(source, day));
      await expectTold(told);
      partner.recover();
      if ((await connection()).status === "needs_reconnect") await consentOf(of, userId);
      const before = partner.requests.length;
      const tomorrow = { ...of, now: new Date(ctx.now.getTime() + DAY_MS) };
      await syncConnection(tomorrow, connectionId, "schedule");
      const asked = partner.requests
        .slice(before)
        .filter(({ path: at }) => at.includes("/backfill/sleeps"));
      // An answer that says nothing is an answer.
      expect(asked.length > 0).toBe(told !== null);
      await announce(of);
      await announce(of);
      expect(await select("select day, sleep_s from wellness_days")).toEqual([
        { day: today, sleep_s: 7200 },
      ]);
      await expectTold(null);
    });
    const systemRows = (query: string) =>
      systemContext().tx(async ({ db }) =>
        rows<Record<string, unknown>>(await db.execute(sql.raw(query))),
      );
    /** The consent page is signed in as the first account: the code is made for this one. */
    async function consentOf(of: AthleteContext, userId: string): Promise<string> {
      const { url } = await beginOAuth(of, "garmin_partner");
      const { searchParams } = new URL(url);
      const code = partner.grants.code(userId, "", searchParams.get("code_challenge") ?? "");
      const given = { state: searchParams.get("state") ?? "", code, scope: null };
      return (await finishOAuth(of, "garmin_partner", given)).connectionId;
    }
  });

  describe("of a calendar", () => {
    const source = () => calendarSource({ allowsPrivate: true, timeoutMs: 1_000 });
    const feed = (day: string) =>
      [
        ...["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:m"],
        `DTSTART:${day.replaceAll("-", "")}T090000Z`,
        ...["DURATION:PT1H", "END:VEVENT", "END:VCALENDAR", ""],
      ].join("\r\n");

    it.each([
      ["401", { status: 401 }, "secret address"] as const,
      ["404", { status: 404 }, "nothing at this address"] as const,
      ...EVERYWHERE,
      SILENCE,
      ["nothing", { how: "empty_204" }, UNKNOWN] as const,
      ["null", { how: "null" }, UNKNOWN] as const,
    ])("%s: says what to do, and keeps what is known", async (_, day: BadDay, told) => {
      const of = waiting(source, {});
      const pasted = calendar.account(ctx.athleteId, feed(today));
      const { connectionId } = await connectPasted(of, "calendar", { pasted });
      await syncCalendar(of, connectionId);
      // Another feed, so that it has to be read as a whole.
      calendar.account(ctx.athleteId, feed(addDays(today, 1)));
      calendar.fail(day);
      await tried(syncCalendar(of, connectionId));
      await expectTold(told);
      const busy = () => select("select start_at::date::text as day from busy_times");
      expect(await busy()).toEqual([{ day: today }]);
      calendar.recover();
      if ((await connection()).status === "needs_reconnect") {
        await connectPasted(of, "calendar", { pasted });
      }
      for (let i = 0; i < 2; i++) await syncCalendar(of, (await connection()).id);
      expect(await busy()).toEqual([{ day: addDays(today, 1) }]);
    });
  });
});

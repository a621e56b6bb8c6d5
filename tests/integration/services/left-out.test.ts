import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { connectionCursor } from "@/db/queries/connection-cursor";
import { wellnessDays } from "@/db/schema/days";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays, daysBetween, earlierDay, type LocalDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { backfillWellness } from "@/lib/services/backfill-wellness";
import { connectPasted } from "@/lib/services/connect-pasted";
import { registerUser } from "@/lib/services/register-user";
import { syncWellness } from "@/lib/services/sync-wellness";
import { eachDatabase } from "../../support/test-databases";
import type { GarminAccount } from "../../support/vendors/garmin/garmin-account";
import { startGarminServer } from "../../support/vendors/garmin/garmin-server";
import type { VendorAnswer } from "../../support/vendors/vendor-server";

const garmin = await startGarminServer();
afterAll(() => garmin.close());
vi.stubEnv("FORMLINE_GARMIN_PERSONAL_URL", garmin.url);
vi.stubEnv("LOG_LEVEL", "fatal");

const TIME_ZONE = "Europe/Zurich";
const HRV = /^\/hrv-service\//;
const HISTORY_DAYS = 70;
const DAY_MS = 86_400_000;

eachDatabase("values that Garmin leaves out", (databases) => {
  const today = localDayAt(new Date(), TIME_ZONE);
  const firstDay = addDays(today, 1 - HISTORY_DAYS);
  let ctx: AthleteContext;
  let connectionId: string;
  let account: GarminAccount;
  let mend: () => void = () => undefined;

  beforeEach(async () => {
    setDatabase(await databases.create());
    account = garmin.account({ firstDay, lastDay: today, activities: 0 });
    const email = "left-out@example.test";
    const person = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...person, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(email);
    const pasted = { pasted: account.key };
    connectionId = (await connectPasted(ctx, "garmin_personal", pasted)).connectionId;
  });
  afterEach(() => {
    mend();
    setDatabase(null);
  });
  const leaveOut = (answer: VendorAnswer) => {
    const end = garmin.replay(HRV, answer);
    mend = () => {
      end();
      mend = () => undefined;
    };
  };

  const inDays = (days: number): AthleteContext => ({
    ...ctx,
    now: new Date(ctx.now.getTime() + days * DAY_MS),
  });
  const withoutHrv = async () => {
    const all = await ctx.tx(({ db }) => db.select().from(wellnessDays));
    expect(all).toHaveLength(HISTORY_DAYS);
    return all.filter((day) => day.hrvRmssdMs === null).length;
  };
  const backfill = async (of: AthleteContext) => {
    let parts = 0;
    while ((await backfillWellness(of, connectionId)).remaining > 0) parts++;
    return parts + 1;
  };

  it("are asked for again after the history is through, until they are there", async () => {
    await syncWellness(ctx, connectionId);
    leaveOut({ json: { odd: "form" } });
    await backfill(ctx);
    expect(await withoutHrv()).toBe(HISTORY_DAYS - 28);
    // Still left out in the first round, a week later: both parts that have days.
    expect(await backfill(inDays(7))).toBe(2);
    expect(await withoutHrv()).toBe(HISTORY_DAYS - 28);
    mend();
    expect(await backfill(inDays(8))).toBe(1);
    expect(await withoutHrv()).toBe(HISTORY_DAYS - 28);
    expect(await backfill(inDays(14))).toBe(2);
    expect(await withoutHrv()).toBe(0);
    const before = garmin.requests.length;
    await backfill(inDays(30));
    expect(garmin.requests.length).toBe(before);
  });

  it("are given up after three rounds", async () => {
    await syncWellness(ctx, connectionId);
    leaveOut({ json: { odd: "form" } });
    for (const day of [0, 7, 14, 21]) await backfill(inDays(day));
    const before = garmin.requests.length;
    await backfill(inDays(40));
    expect(garmin.requests.length).toBe(before);
  });

  it("do not hold the newest days back for longer than a week", async () => {
    account.setLastDay(addDays(today, 40));
    leaveOut({ status: 404 });
    const askedDays = async (of: AthleteContext) => {
      const before = garmin.requests.length;
      while ((await syncWellness(of, connectionId)).remaining > 0);
      const nights = garmin.requests
        .slice(before)
        .filter(({ path }) => path.includes("dailySleepSummariesByDate"))
        .map(({ query }) => query.get("startDate") as LocalDate);
      const first = nights.reduce(earlierDay);
      return daysBetween(first, localDayAt(of.now, TIME_ZONE)) + 1;
    };
    expect(await askedDays(ctx)).toBe(28);
    expect(await askedDays(inDays(6))).toBeGreaterThan(28);
    await askedDays(inDays(8));
    expect(await askedDays(inDays(20))).toBe(28);
    mend();
    await askedDays(inDays(21));
    expect(await askedDays(inDays(22))).toBeLessThan(28);
    const position = await ctx.tx((tx) => connectionCursor(tx, connectionId, "wellness"));
    expect(position).toMatchObject({ toDay: addDays(today, 22), leftOutSince: null });
  });

  it("without a word are asked for again as well, where there were some later", async () => {
    await syncWellness(ctx, connectionId);
    leaveOut({ json: [] });
    await backfill(ctx);
    expect(await withoutHrv()).toBe(HISTORY_DAYS - 28);
    mend();
    await backfill(inDays(7));
    expect(await withoutHrv()).toBe(0);
  });

  it("without a word from the first day on are asked for once they appear, once", async () => {
    account.setLastDay(addDays(today, 40));
    leaveOut({ json: [] });
    await syncWellness(ctx, connectionId);
    await backfill(ctx);
    expect(await withoutHrv()).toBe(HISTORY_DAYS);
    mend();
    await syncWellness(inDays(1), connectionId);
    await backfill(inDays(1));
    const all = await ctx.tx(({ db }) => db.select().from(wellnessDays));
    expect(all.filter((day) => day.hrvRmssdMs === null)).toEqual([]);
    await syncWellness(inDays(2), connectionId);
    const before = garmin.requests.length;
    await backfill(inDays(2));
    expect(garmin.requests.length).toBe(before);
  });
});

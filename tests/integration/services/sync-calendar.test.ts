import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { busyTimesBetween } from "@/db/queries/busy-times-between";
import { listConnections } from "@/db/queries/connections";
import { syncHistory } from "@/db/queries/sync-history";
import { rows } from "@/db/rows";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  athleteContextForJob,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { connectPasted } from "@/lib/services/connect-pasted";
import { disconnectSource } from "@/lib/services/disconnect-source";
import { registerUser } from "@/lib/services/register-user";
import { requestSync } from "@/lib/services/request-sync";
import { syncCalendar } from "@/lib/services/sync-calendar";
import { eachDatabase } from "../../support/test-databases";
import { startCalendarServer } from "../../support/vendors/calendar/calendar-server";

vi.setConfig({ testTimeout: 120_000 });

const server = await startCalendarServer();
afterAll(() => server.close());
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-calendar-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
// Read once per process.
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("FORMLINE_CALENDAR_PRIVATE", "1");
vi.stubEnv("LOG_LEVEL", "silent");

const TIME_ZONE = "Europe/Zurich";
const FOREVER = [new Date(0), new Date("2100-01-01T00:00:00Z")] as const;

const feed = (...lines: readonly string[]) =>
  ["BEGIN:VCALENDAR", "X-WR-CALNAME:Work", ...lines, "END:VCALENDAR", ""].join("\r\n");
const meeting = (uid: string, day: string, ...lines: readonly string[]) => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  "SUMMARY:Talk with the doctor",
  `DTSTART;TZID=${TIME_ZONE}:${day.replaceAll("-", "")}T090000`,
  "DURATION:PT1H",
  ...lines,
  "END:VEVENT",
];

eachDatabase("syncing a calendar", (databases) => {
  let ctx: AthleteContext;
  const today = localDayAt(new Date(), TIME_ZONE);
  beforeEach(async () => {
    setDatabase(await databases.create());
    const email = "calendar@example.test";
    const person = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...person, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(email);
  });
  afterEach(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  const connect = async (name: string, text: string) =>
    (await connectPasted(ctx, "calendar", { pasted: server.account(name, text) })).connectionId;
  const settle = async () => {
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();
  };
  /** Two wishes within ten seconds are one. */
  const ask = (connectionId: string) => {
    ctx = { ...ctx, now: new Date(ctx.now.getTime() + 20_000) };
    return requestSync(ctx, connectionId, "asked");
  };
  const busyDays = async () => {
    const times = await ctx.tx((tx) => busyTimesBetween(tx, ...FOREVER));
    return times.map(({ startAt }) => localDayAt(startAt, TIME_ZONE));
  };
  const sync = async (connectionId: string) => {
    await ask(connectionId);
    await settle();
    const [run] = await ctx.tx((tx) => syncHistory(tx, connectionId, 1));
    return run;
  };
  const shown = async () => (await ctx.tx(listConnections))[0];

  it("brings when the athlete is busy from a week ago to sixty days ahead, and only that", async () => {
    const weekly = meeting("w", addDays(today, -70), "RRULE:FREQ=WEEKLY");
    const connectionId = await connect("a", feed(...weekly));
    await settle();
    const expected = Array.from({ length: 10 }, (_, i) => addDays(today, (i - 1) * 7));
    expect(await busyDays()).toEqual(expected.filter((day) => day <= addDays(today, 60)));
    expect(await shown()).toMatchObject({ label: "Work", status: "connected", problem: null });
    const [run] = await ctx.tx((tx) => syncHistory(tx, connectionId, 9));
    expect(run).toMatchObject({ outcome: "done", counts: { busyTimes: 10 } });
    const kept = await ctx.tx(async ({ db }) =>
      JSON.stringify(rows(await db.execute(sql`select * from busy_times`))),
    );
    expect(kept).not.toMatch(/doctor/i);
  });

  it("asks for changes only, and a calendar that is read again changes nothing", async () => {
    const connectionId = await connect("a", feed(...meeting("m", today)));
    await settle();
    const before = server.requests.length;
    expect(await sync(connectionId)).toMatchObject({ outcome: "done", counts: {} });
    expect(server.requests.at(-1)?.headers["if-none-match"]).toBeDefined();
    expect(server.requests).toHaveLength(before + 1);
    server.account("a", feed(...meeting("m", today), "X-COMMENT:nothing new"));
    expect(await sync(connectionId)).toMatchObject({ outcome: "done", counts: {} });
    expect(await busyDays()).toEqual([today]);
  });

  it("reads the same feed again when the day or the time zone is another one", async () => {
    const daily = meeting("d", addDays(today, -20), "RRULE:FREQ=DAILY");
    const connectionId = await connect("a", feed(...daily));
    await syncCalendar(ctx, connectionId);
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 86_400_000) };
    // One day came into view, one left it.
    expect(await syncCalendar(later, connectionId)).toEqual({ changed: 2 });
    const travelled = { ...later, timeZone: "America/Los_Angeles" };
    await syncCalendar(travelled, connectionId);
    expect(server.requests.at(-1)?.headers["if-none-match"]).toBeUndefined();
    await syncCalendar(travelled, connectionId);
    expect(server.requests.at(-1)?.headers["if-none-match"]).toBeDefined();
  });

  it("forgets what is gone, and follows what was moved", async () => {
    const two = [...meeting("x", today), ...meeting("y", addDays(today, 1))];
    const connectionId = await connect("a", feed(...two));
    await settle();
    server.account("a", feed(...meeting("y", addDays(today, 3))));
    expect(await sync(connectionId)).toMatchObject({ counts: { busyTimes: 3 } });
    expect(await busyDays()).toEqual([addDays(today, 3)]);
  });

  it("keeps what it knows while the calendar fails, and says why", async () => {
    const connectionId = await connect("a", feed(...meeting("m", today)));
    await settle();
    const days = [
      [{ status: 404 }, "not_found"],
      [{ how: "html" }, "misunderstood"],
      [{ status: 403 }, "forbidden"],
    ] as const;
    for (const [day, code] of days) {
      server.fail(day);
      expect(await sync(connectionId)).toMatchObject({ outcome: "failed", problemCode: code });
      expect(await shown()).toMatchObject({ problemCode: code, problem: expect.any(String) });
      expect(await busyDays()).toEqual([today]);
    }
    expect(await sync(connectionId)).toMatchObject({ outcome: "done", problemCode: null });
    expect(await shown()).toMatchObject({ problemCode: null });
  });

  it("waits as long as the server wants, and then goes on", async () => {
    const connectionId = await connect("a", feed(...meeting("m", today)));
    await settle();
    server.account("a", feed());
    server.fail({ status: 429, retryAfterS: 2 });
    await ask(connectionId);
    const began = performance.now();
    await settle();
    await vi.waitFor(async () => expect(await busyDays()).toEqual([]), { timeout: 20_000 });
    expect(performance.now() - began).toBeGreaterThan(1_900);
  });

  it("adds up several calendars, and forgets one with its connection", async () => {
    const first = await connect("a", feed(...meeting("m", today)));
    await connect("b", feed(...meeting("m", addDays(today, 1))));
    await settle();
    expect(await busyDays()).toEqual([today, addDays(today, 1)]);
    await disconnectSource(ctx, first, { data: "delete" });
    expect(await busyDays()).toEqual([addDays(today, 1)]);
  });

  it("goes on with a calendar that is connected again", async () => {
    const first = await connect("a", feed(...meeting("m", today)));
    server.fail({ status: 401 });
    await settle();
    expect(await shown()).toMatchObject({ status: "needs_reconnect" });
    expect(await connect("a", feed(...meeting("m", today)))).toBe(first);
    await settle();
    expect(await ctx.tx(listConnections)).toMatchObject([{ status: "connected", problem: null }]);
    expect(await busyDays()).toEqual([today]);
  });

  it("is nobody else's", async () => {
    await connect("a", feed(...meeting("m", today)));
    await settle();
    const email = "other@example.test";
    const person = { email, name: "Bo", password: "another-long-pass-phrase" };
    await registerUser(systemContext(), { ...person, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    const other = await athleteContextForCommandLine(email);
    const theirs = await athleteContextForJob(other.athleteId);
    expect(await theirs.tx((tx) => busyTimesBetween(tx, ...FOREVER))).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eachDay, localDate } from "@/lib/dates/local-date";
import { fileReader } from "@/lib/integrations/files/file-reader";
import { garminPersonalSource } from "@/lib/integrations/garmin/personal/garmin-personal-source";
import type { SourceSession } from "@/lib/integrations/source-ports";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";
import type { GarminAccount } from "../support/vendors/garmin/garmin-account";
import { type GarminServer, startGarminServer } from "../support/vendors/garmin/garmin-server";
import { heldCredentials } from "../support/vendors/held-credentials";

let server: GarminServer;
let account: GarminAccount;
beforeEach(async () => {
  server = await startGarminServer();
  account = server.account();
});
afterEach(() => server.close());

const source = () => garminPersonalSource({ baseUrl: server.url, timeoutMs: 1000 });
async function signedIn(of = account) {
  const { credentials } = await source().signIn(of.key);
  const held = heldCredentials(credentials);
  return { held, session: source().open(held.options) as Required<SourceSession> };
}
const range = (from: string, to: string) => ({ fromDay: localDate(from), toDay: localDate(to) });
const WEEK = range("2026-11-10", "2026-11-16");

/** All that is said of a day, whichever answer said it. */
function daysOf(observations: readonly WellnessObservation[]) {
  const days = new Map<string, Record<string, unknown>>();
  for (const { source: _source, ...values } of observations) {
    days.set(values.day, { ...days.get(values.day), ...values });
  }
  return days;
}

function truthOf(day: string, of = account) {
  const truth = of.day(localDate(day));
  if (!truth) throw new Error(`nothing was measured on ${day}`);
  return {
    day,
    sleepS: truth.sleepS,
    sleepStartEpochS: truth.sleepStartMs / 1000,
    sleepEndEpochS: truth.sleepEndMs / 1000,
    deepSleepS: truth.deepS,
    lightSleepS: truth.lightS,
    remSleepS: truth.remS,
    awakeS: truth.awakeS,
    sleepScore: truth.sleepScore,
    respirationBrpm: 13,
    hrvRmssdMs: truth.hrvMs,
    restingHrBpm: truth.restingHr,
    stressAvg: truth.stress,
    steps: truth.steps,
    bodyBatteryHigh: 92,
    bodyBatteryLow: 21,
    weightKg: truth.weightG / 1000,
  };
}

describe("a Garmin key", () => {
  it("is tried once; how long it holds only the athlete knows", async () => {
    const signed = await source().signIn(` ${account.key}\n`);
    expect(signed).toMatchObject({ accountId: null, label: "Garmin", expiresAt: null });
    expect(signed.credentials).toMatchObject({ key: account.key });
    expect(server.requests.map(({ path }) => path)).toEqual([
      "/personalapitoken-service/personal-api/personal-api-key/token",
    ]);
  });

  it("that Garmin does not know says what to do", async () => {
    await expect(source().signIn("not-a-key-of-garmin")).rejects.toMatchObject({
      failure: "signed_out",
      status: 401,
      message: expect.stringContaining("Make a new one in Garmin Connect"),
    });
    await expect(source().signIn("two words\r\nX-Header: 1")).rejects.toMatchObject({
      failure: "refused",
    });
    expect(server.requests).toHaveLength(1);
  });

  it("is exchanged again before its token is over, and stored before it is used", async () => {
    const { credentials } = await source().signIn(account.key);
    let now = new Date();
    const held = heldCredentials(credentials, () => now);
    const session = source().open(held.options) as Required<SourceSession>;
    await session.wellness(WEEK);
    expect(held.saved).toEqual([]);
    now = new Date(now.getTime() + 23 * 3_600_000 + 56 * 60_000);
    expect(daysOf(await session.wellness(WEEK)).size).toBe(7);
    expect(held.saved).toHaveLength(1);
    expect(held.current()).toMatchObject({ key: account.key });
    expect(held.current().accessToken).not.toBe(credentials.accessToken);
  });

  it("is exchanged once when its token ends early, however many requests wait", async () => {
    const { held, session } = await signedIn();
    server.endAccessTokens();
    expect(daysOf(await session.wellness(WEEK)).get("2026-11-12")).toEqual(truthOf("2026-11-12"));
    expect(held.saved).toHaveLength(1);
  });

  it("takes the token that another process got meanwhile", async () => {
    const { credentials } = await source().signIn(account.key);
    const other = heldCredentials(credentials);
    const mine = heldCredentials(credentials);
    server.endAccessTokens();
    await source().open(other.options).wellness?.(WEEK);
    const session = source().open({
      ...mine.options,
      exclusively: (work) => work(other.current()),
    });
    await session.wellness?.(WEEK);
    expect(mine.saved).toEqual([]);
    expect(other.saved).toHaveLength(1);
  });

  it("that was taken back or has run out asks for a new one", async () => {
    const { session } = await signedIn();
    server.signOut(account);
    await expect(session.wellness(WEEK)).rejects.toMatchObject({
      failure: "signed_out",
      provider: "garmin_personal",
    });
  });
});

describe("days by a Garmin key", () => {
  it("are all read, each value from what Garmin measured", async () => {
    const { session, held } = await signedIn();
    const days = daysOf(await session.wellness(WEEK));
    expect([...days.keys()].sort()).toEqual(eachDay(WEEK.fromDay, WEEK.toDay));
    for (const day of days.keys()) expect(days.get(day)).toEqual(truthOf(day));
    expect(held.gaps).toEqual([]);
  });

  it("are asked for in stretches as long as Garmin allows, two at a time", async () => {
    const { session } = await signedIn();
    server.fail({ path: /dailysummaries/, status: 404, times: 100 });
    server.fail({ how: "late", delayMs: 20, times: 100 });
    const days = daysOf(await session.wellness(range("2026-08-01", "2026-11-08")));
    expect(days.size).toBe(100);
    const asked = (part: string) =>
      server.requests.filter(({ path }) => path.includes(part)).length;
    expect(asked("dailySleepSummariesByDate")).toBe(4);
    expect(asked("/hrv/daily")).toBe(3);
    expect(asked("/stats/stress/")).toBe(4);
    expect(asked("/stats/steps/")).toBe(4);
    expect(server.mostAtOnce).toBe(2);
  });

  it("are not asked for twice: the summaries have stress, steps and Body Battery", async () => {
    const { session } = await signedIn();
    const long = daysOf(await session.wellness(range("2026-08-01", "2026-10-14")));
    expect(long.get("2026-08-20")).toEqual(truthOf("2026-08-20"));
    const paths = server.requests.map(({ path }) => path);
    expect(paths.filter((path) => path.includes("dailysummaries"))).toHaveLength(3);
    expect(paths.some((path) => /stats\/(stress|steps)|bodyBattery/.test(path))).toBe(false);
  });

  it("that were not measured are absent, and no value is 0", async () => {
    account.leaveOff("2026-11-12");
    account.setLastNight("2026-11-15");
    const { session } = await signedIn();
    const days = daysOf(await session.wellness(WEEK));
    expect(days.has("2026-11-12")).toBe(false);
    expect(days.get("2026-11-16")).toMatchObject({ steps: truthOf("2026-11-16").steps });
    for (const name of ["sleepS", "hrvRmssdMs", "restingHrBpm", "deepSleepS"]) {
      expect(days.get("2026-11-16")).not.toHaveProperty(name);
    }
  });

  it("keep their real length on both days on which the clocks change", async () => {
    const { session } = await signedIn();
    const spring = daysOf(await session.wellness(range("2026-03-28", "2026-03-30")));
    const autumn = daysOf(await session.wellness(range("2026-10-24", "2026-10-26")));
    // 22:30 to 6:30 without the twenty minutes awake: eight hours, but seven and nine then.
    expect(["2026-03-28", "2026-03-29", "2026-03-30"].map((d) => spring.get(d)?.sleepS)).toEqual([
      27_600, 24_000, 27_600,
    ]);
    expect(["2026-10-24", "2026-10-25", "2026-10-26"].map((d) => autumn.get(d)?.sleepS)).toEqual([
      27_600, 31_200, 27_600,
    ]);
  });

  it("travel with the athlete: each belongs to the day that it was there", async () => {
    const traveller = server.account({
      zoneOn: (day) => (day < localDate("2026-11-13") ? "Europe/Zurich" : "Pacific/Auckland"),
    });
    const { session } = await signedIn(traveller);
    const days = daysOf(await session.wellness(WEEK));
    expect(days.size).toBe(7);
    for (const day of days.keys()) {
      expect(days.get(day)?.sleepEndEpochS).toBe(truthOf(day, traveller).sleepEndEpochS);
    }
  });

  it("come by another way where a path was guessed wrong", async () => {
    const { session, held } = await signedIn();
    const gone = { status: 404, times: 100 };
    server.fail({ path: /dailySleepSummariesByDate/, ...gone });
    const days = daysOf(await session.wellness(WEEK));
    expect(days.size).toBe(7);
    // Personal keys have no other range of nights; the kind is told, the rest is there.
    expect(held.gaps).toEqual([{ capability: "sleep", failure: "not_found" }]);
    server.fail({ path: /dailysummaries/, ...gone });
    const others = daysOf(await session.wellness(WEEK)).get("2026-11-12");
    expect(others).toMatchObject({
      stressAvg: truthOf("2026-11-12").stressAvg,
      bodyBatteryHigh: 92,
    });
    expect(days.get("2026-11-12")).toMatchObject({ hrvRmssdMs: truthOf("2026-11-12").hrvRmssdMs });
    server.replay(/\/sleep-service\/sleep\/dailySleepData$/, {
      json: {
        dailySleepDTO: { calendarDate: "2026-11-12", sleepTimeSeconds: 27_000 },
        restingHeartRate: 44,
      },
    });
    expect(daysOf(await session.wellness(WEEK)).get("2026-11-12")).toMatchObject({
      sleepS: 27_000,
    });
  });

  it("lack the one day that Garmin does not have, where days are asked for one by one", async () => {
    const { session, held } = await signedIn();
    server.fail({ path: /dailySleepSummariesByDate|\/stats\/sleep\//, status: 404, times: 2 });
    server.fail({ path: /dailySleepData/, status: 404 });
    const night = { calendarDate: "2026-11-12", sleepTimeSeconds: 27_000 };
    server.replay(/\/sleep-service\/sleep\/dailySleepData$/, { json: { dailySleepDTO: night } });
    const days = daysOf(await session.wellness(WEEK));
    expect(days.get("2026-11-12")).toMatchObject({ sleepS: 27_000 });
    expect(days.size).toBe(7);
    expect(held.gaps).toEqual([]);
  });

  it("come in shorter stretches where Garmin allows less than it is known for", async () => {
    const { session } = await signedIn();
    for (let i = 0; i < 3; i += 1) server.fail({ path: /\/hrv\/daily\//, status: 400 });
    const days = daysOf(await session.wellness(range("2026-10-01", "2026-10-31")));
    expect([...days.values()].filter(({ hrvRmssdMs }) => hrvRmssdMs !== undefined)).toHaveLength(
      31,
    );
  });

  it("whose neighbour is broken are still read", async () => {
    const { session } = await signedIn();
    server.replay(/\/hrv\/daily\//, {
      json: {
        hrvSummaries: [
          { calendarDate: "2026-11-11", lastNightAvg: 51 },
          { calendarDate: "the day after", lastNightAvg: 52 },
          null,
          { calendarDate: "2026-11-13", lastNightAvg: "fifty" },
          { calendarDate: "2026-11-15", lastNightAvg: 1e300 },
          { calendarDate: "2026-11-14", lastNightAvg: 54 },
        ],
      },
    });
    const days = daysOf(await session.wellness(WEEK));
    const hrv = [...days.values()].filter(({ hrvRmssdMs }) => hrvRmssdMs !== undefined);
    expect(hrv.map(({ day, hrvRmssdMs }) => [day, hrvRmssdMs]).sort()).toEqual([
      ["2026-11-11", 51],
      ["2026-11-14", 54],
    ]);
  });

  it("in an unknown form are told, and the others read", async () => {
    const { session, held } = await signedIn();
    server.replay(/\/weight\/range\//, { json: { weighed: "a lot" } });
    const days = daysOf(await session.wellness(WEEK));
    expect(held.gaps).toEqual([{ capability: "weight", failure: "misunderstood" }]);
    const { weightKg: _weight, ...rest } = truthOf("2026-11-12");
    expect(days.get("2026-11-12")).toEqual(rest);
  });

  it.each([
    ["403", { status: 403 }, "forbidden"],
    ["429", { status: 429, retryAfterS: 14 }, "rate_limited"],
    ["500", { status: 500 }, "unavailable"],
    ["silence", { how: "timeout" as const }, "unavailable"],
    ["half a body", { how: "half_body" as const }, "unavailable"],
    ["a page in place of data", { how: "html" as const }, "misunderstood"],
  ])(
    "are not taken for absent after %s: it fails, and is whole the next time",
    async (_what, day, failure) => {
      const { session } = await signedIn();
      server.fail({ path: /\/hrv\/daily\//, ...day });
      await expect(session.wellness(WEEK)).rejects.toMatchObject({ failure });
      expect(daysOf(await session.wellness(WEEK)).get("2026-11-12")).toEqual(truthOf("2026-11-12"));
    },
  );

  it.each(["empty_204", "null", "empty_list", "all_null"] as const)(
    "that Garmin answers with %s are days without these values",
    async (how) => {
      const { session, held } = await signedIn();
      server.fail({ how, path: /^(?!.*token)/, times: 100 });
      expect(await session.wellness(WEEK)).toEqual([]);
      expect(held.gaps).toEqual([]);
    },
  );

  it("by a clock that is a day wrong are the same", async () => {
    server.skewClock(-86_400);
    const { session } = await signedIn();
    expect(daysOf(await session.wellness(WEEK)).get("2026-11-12")).toEqual(truthOf("2026-11-12"));
  });
});

describe("activities by a Garmin key", () => {
  async function all(session: Required<SourceSession>, since: Date | null = null) {
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let pages = 0; pages < 1000; pages += 1) {
      const page = await session.activities({ cursor, since });
      ids.push(...page.items.map(({ externalId }) => externalId));
      if (page.next === null) return ids;
      cursor = page.next;
    }
    throw new Error("the list never ends");
  }

  it("come newest first, with the instant that they began", async () => {
    const { session } = await signedIn();
    const { items } = await session.activities({ cursor: null, since: null });
    const newest = account.list(0, 1)[0];
    expect(items[0]).toEqual({
      externalId: String(newest?.id),
      startedAt: new Date(newest?.startMs ?? 0),
      title: "Run 40",
      version: null,
    });
    expect(items.map(({ startedAt }) => startedAt?.getTime() ?? 0)).toEqual(
      account.list(0, 40).map(({ startMs }) => startMs),
    );
  });

  it("are all there, also of 30,000", async () => {
    const big = server.account({ activities: 30_000, activitiesPerDay: 8, firstDay: "2016-01-01" });
    const { session } = await signedIn(big);
    const ids = await all(session);
    expect(new Set(ids).size).toBe(30_000);
    expect(server.requests.length).toBeLessThan(800);
  });

  it("are all there when some are deleted between two pages", async () => {
    const long = server.account({ activities: 200 });
    const { session } = await signedIn(long);
    const first = await session.activities({ cursor: null, since: null });
    for (const { id } of long.list(0, 3)) long.removeActivity(id);
    const rest: string[] = [];
    for (let cursor = first.next; cursor !== null; ) {
      const page = await session.activities({ cursor, since: null });
      rest.push(...page.items.map(({ externalId }) => externalId));
      cursor = page.next;
    }
    const seen = new Set([...first.items.map(({ externalId }) => externalId), ...rest]);
    for (const { id } of long.list(0, 200)) expect(seen).toContain(String(id));
  });

  it("of before a day end the list there", async () => {
    const long = server.account({ activities: 300 });
    const { session } = await signedIn(long);
    const since = new Date(long.list(30, 1)[0]?.startMs ?? 0);
    expect((await all(session, since)).length).toBeLessThan(100);
  });

  it("never go on for ever where the beginning of a page is not understood", async () => {
    const { session } = await signedIn();
    server.replay(/search\/activities$/, {
      json: Array.from({ length: 45 }, (_, i) => ({ activityId: 100 + i, activityName: null })),
    });
    expect(new Set(await all(session)).size).toBe(45);
  });

  it("lose a broken entry and no other, and keep an id that came as text", async () => {
    const { session } = await signedIn();
    server.replay(/search\/activities$/, {
      json: [
        { activityId: "77", activityName: "  ", startTimeGMT: "2026-11-12 06:00:00" },
        { activityId: null },
        "what",
        { activityId: 78, activityName: "Ri\u0000de", beginTimestamp: "soon" },
        { activityId: 79, activityName: "Run", beginTimestamp: 9e15 },
      ],
    });
    const { items } = await session.activities({ cursor: null, since: null });
    expect(items).toEqual([
      { externalId: "77", startedAt: new Date("2026-11-12T06:00:00Z"), title: null, version: null },
      { externalId: "78", startedAt: null, title: "Ride", version: null },
      { externalId: "79", startedAt: null, title: "Run", version: null },
    ]);
  });

  it("bring the file that was recorded", async () => {
    const { session } = await signedIn();
    const newest = account.list(0, 1)[0];
    const file = await session.file(String(newest?.id));
    expect(file?.name).toBe(`garmin-${newest?.id}.fit`);
    const content = await fileReader.read(file?.bytes ?? new Uint8Array(), "a.fit");
    expect(content.kind === "activities" && content.activities[0]?.startEpochS).toBe(
      (newest?.startMs ?? 0) / 1000,
    );
  });

  it("without a recording have none, whatever way Garmin says it", async () => {
    const { session } = await signedIn();
    expect(await session.file("999")).toBeNull();
    const newest = String(account.list(0, 1)[0]?.id);
    server.fail({ path: /download/, how: "empty_204" });
    expect(await session.file(newest)).toBeNull();
    await expect(session.file("../../etc")).rejects.toMatchObject({ failure: "refused" });
  });

  it.each([
    ["403", { status: 403 }, "forbidden"],
    ["429", { status: 429 }, "rate_limited"],
    ["half a body", { how: "half_body" as const }, "unavailable"],
    ["a page in place of the file", { how: "html" as const }, "misunderstood"],
  ])("keep their file for later after %s", async (_what, day, failure) => {
    const { session } = await signedIn();
    const newest = String(account.list(0, 1)[0]?.id);
    server.fail({ path: /download/, ...day });
    await expect(session.file(newest)).rejects.toMatchObject({ failure });
    expect(await session.file(newest)).not.toBeNull();
  });
});

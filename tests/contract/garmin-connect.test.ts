import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { fileReader } from "@/lib/integrations/files/file-reader";
import { garminConnectSource } from "@/lib/integrations/garmin/connect/garmin-connect-source";
import type { SourceSession } from "@/lib/integrations/source-ports";
import type { GarminAccount } from "../support/vendors/garmin/garmin-account";
import { type GarminServer, startGarminServer } from "../support/vendors/garmin/garmin-server";
import { heldCredentials } from "../support/vendors/held-credentials";

let server: GarminServer;
let account: GarminAccount;
const printed: unknown[] = [];
beforeEach(async () => {
  server = await startGarminServer();
  account = server.account();
  printed.length = 0;
  for (const method of ["log", "error", "warn", "info", "debug"] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => void printed.push(words));
  }
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
  expect(printed).toEqual([]);
});

const source = () =>
  garminConnectSource({ baseUrl: server.url, authUrl: server.url, timeoutMs: 1000 });
async function signedIn(of = account, tokens = server.diTokenJson(of)) {
  const { credentials } = await source().signIn(tokens);
  const held = heldCredentials(credentials, () => new Date("2026-11-20T08:00:00Z"));
  return { held, session: source().open(held.options) as Required<SourceSession> };
}
const WEEK = { fromDay: localDate("2026-11-10"), toDay: localDate("2026-11-16") };
const DAY = localDate("2026-11-12");

describe("Garmin tokens", () => {
  it.each([
    ["of python-garminconnect", () => server.diTokenJson(account)],
    ["of garmin-connect", () => server.legacyTokenJson(account)],
    [
      "of garmin-connect in a list",
      () => {
        const { oauth1, oauth2 } = JSON.parse(server.legacyTokenJson(account));
        return JSON.stringify([oauth1, oauth2]);
      },
    ],
  ])("%s are taken and tried", async (_what, tokens) => {
    const signed = await source().signIn(`\n${tokens()}\n`);
    expect(signed).toMatchObject({
      accountId: "1001",
      label: "Test athlete-1",
      expiresAt: null,
      credentials: { displayName: "athlete-1" },
    });
    const session = source().open(heldCredentials(signed.credentials).options);
    expect((await session.activities?.({ cursor: null, since: null }))?.items).toHaveLength(40);
  });

  it.each([
    ["nothing", ""],
    ["a password", JSON.stringify({ username: "a", password: "b" })],
    ["a part", JSON.stringify({ di_token: "abc" })],
    ["broken JSON", '{"di_token": "abc", '],
    ["a number", "42"],
  ])("are not %s", async (_what, text) => {
    await expect(source().signIn(text)).rejects.toMatchObject({
      failure: "refused",
      message: expect.stringContaining("Paste the whole JSON"),
    });
    expect(server.requests).toEqual([]);
  });

  it("that no longer hold say where to get new ones", async () => {
    const tokens = server.diTokenJson(account);
    server.signOut(account);
    await expect(source().signIn(tokens)).rejects.toMatchObject({
      failure: "signed_out",
      message: expect.stringContaining("Get new ones"),
    });
  });

  it.each([
    ["DI", () => server.diTokenJson(account)],
    ["older", () => server.legacyTokenJson(account)],
  ])(
    "of the %s form are renewed once, however many requests wait, and stored first",
    async (_form, tokens) => {
      const { held, session } = await signedIn(account, tokens());
      const before = held.current();
      server.endAccessTokens();
      expect((await session.wellness(WEEK)).length).toBeGreaterThan(0);
      expect(held.saved).toHaveLength(1);
      expect(held.current().accessToken).not.toBe(before.accessToken);
      expect(held.current()).toMatchObject({ displayName: "athlete-1" });
    },
  );

  it("keep the rotated refresh token: the next renewal works as well", async () => {
    const { held, session } = await signedIn();
    for (let time = 1; time <= 3; time += 1) {
      server.endAccessTokens();
      await session.wellness(WEEK);
      expect(held.saved).toHaveLength(time);
    }
    expect(new Set(held.saved.map(({ refreshToken }) => refreshToken)).size).toBe(3);
  });

  it("are renewed by one of two processes, and the other takes what it got", async () => {
    const { credentials } = await source().signIn(server.diTokenJson(account));
    // One row in the database, two processes with what they read of it.
    const row = heldCredentials(credentials);
    const open = () => source().open({ ...row.options, credentials });
    server.endAccessTokens();
    await Promise.all([open().wellness?.(WEEK), open().wellness?.(WEEK)]);
    expect(row.saved).toHaveLength(1);
  });
});

describe("what garmin-connect would do, and cannot do here", () => {
  it("a failed renewal of one athlete leaves no other waiting (defect a)", async () => {
    const other = server.account();
    const mine = await signedIn();
    const theirs = await signedIn(other, server.legacyTokenJson(other));
    server.endAccessTokens();
    server.fail({ path: /di-oauth2-service/, status: 500, times: 2 });
    const [failed, fine] = await Promise.allSettled([
      mine.session.wellness(WEEK),
      theirs.session.wellness(WEEK),
    ]);
    expect(failed).toMatchObject({ status: "rejected", reason: { failure: "unavailable" } });
    expect(fine.status).toBe("fulfilled");
    // And the athlete whose renewal failed is well again when Garmin is.
    expect((await mine.session.wellness(WEEK)).length).toBeGreaterThan(0);
  });

  it("a renewal that is never answered ends in time, and holds nobody up (defects a, e)", async () => {
    const other = server.account();
    const mine = await signedIn(account, server.legacyTokenJson(account));
    const theirs = await signedIn(other);
    server.endAccessTokens();
    server.fail({ path: /oauth-service\/oauth\/exchange/, how: "timeout" });
    const [failed, fine] = await Promise.allSettled([
      mine.session.splits("1"),
      theirs.session.wellness(WEEK),
    ]);
    expect(failed).toMatchObject({ status: "rejected", reason: { failure: "unavailable" } });
    expect(fine.status).toBe("fulfilled");
  });

  it("a refusal without a token is a refusal (defect b)", async () => {
    const session = source().open(
      heldCredentials({ form: "di", accessToken: "", refreshToken: "gone", clientId: "x" }).options,
    );
    await expect(session.wellness?.(WEEK)).rejects.toMatchObject({ failure: "signed_out" });
  });

  it("status and Retry-After are kept, and no answer is printed or told (defect c)", async () => {
    const { session, held } = await signedIn();
    server.fail({ path: /hrv/, status: 429, retryAfterS: 14 });
    const error = await session.wellness(WEEK).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failure: "rate_limited", status: 429, retryAfterS: 14 });
    const told = JSON.stringify([error, (error as Error).stack, (error as Error).cause]);
    for (const secret of [held.current().accessToken, held.current().refreshToken]) {
      expect(told).not.toContain(String(secret));
    }
  });

  it.each([
    ["403", { status: 403 }, "forbidden"],
    ["429 alone", { status: 429 }, "rate_limited"],
    ["500", { status: 500 }, "unavailable"],
    ["silence", { how: "timeout" as const }, "unavailable"],
    ["half a body", { how: "half_body" as const }, "unavailable"],
    ["a page in place of data", { how: "html" as const }, "misunderstood"],
  ])(
    "%s is a typed failure, and whole the next time (defects d, e)",
    async (_what, day, failure) => {
      const { session } = await signedIn();
      server.fail({ path: /hrv/, ...day });
      await expect(session.wellness(WEEK)).rejects.toMatchObject({ failure });
      const days = await session.wellness(WEEK);
      expect(days.filter(({ source: of }) => of === "garmin:hrv")).toHaveLength(7);
    },
  );

  it.each(["empty_204", "null", "empty_list", "all_null"] as const)(
    "%s is a day without values, no failure (defect d)",
    async (how) => {
      const { session, held } = await signedIn();
      server.fail({ how, times: 100 });
      expect(await session.wellness(WEEK)).toEqual([]);
      expect(held.gaps).toEqual([]);
    },
  );

  it("a token that is lost during its exchange is kept (defect f)", async () => {
    const { session, held } = await signedIn(account, server.legacyTokenJson(account));
    const before = held.current();
    server.endAccessTokens();
    server.fail({ path: /exchange/, how: "half_body" });
    await expect(session.wellness(WEEK)).rejects.toMatchObject({ failure: "unavailable" });
    expect(held.current()).toEqual(before);
    expect((await session.wellness(WEEK)).length).toBeGreaterThan(0);
  });

  it("an exchange that answers with a page is misunderstood, and signs nobody out", async () => {
    const { session } = await signedIn(account, server.legacyTokenJson(account));
    server.endAccessTokens();
    for (const how of ["html", "null", "empty_204"] as const) {
      server.fail({ path: /exchange/, how });
      await expect(session.wellness(WEEK)).rejects.toMatchObject({ failure: "misunderstood" });
    }
    server.fail({ path: /oauth_consumer/, status: 403 });
    await expect(session.wellness(WEEK)).rejects.toMatchObject({ failure: "unavailable" });
  });

  it("goes through the provider's policy with every request", async () => {
    const tokens = server.diTokenJson(account);
    let calls = 0;
    const counted = garminConnectSource({
      baseUrl: server.url,
      authUrl: server.url,
      call: (work) => {
        calls += 1;
        return work(new AbortController().signal);
      },
    });
    const { credentials } = await counted.signIn(tokens);
    server.endAccessTokens();
    await counted
      .open(heldCredentials(credentials).options)
      .splits?.(String(account.list(0, 1)[0]?.id));
    expect(calls).toBe(server.requests.length);
  });
});

describe("what only the apps' way knows", () => {
  it("reads the week, with resting heart rate and the morning's readiness", async () => {
    const { session, held } = await signedIn();
    const days = await session.wellness(WEEK);
    const truth = account.day(DAY);
    const of = (name: string) =>
      days.filter((one) => one.day === DAY && one.source === `garmin:${name}`);
    expect(of("training_readiness")).toEqual([
      { day: DAY, source: "garmin:training_readiness", deviceReadiness: truth?.readiness },
    ]);
    expect(of("resting_heart_rate")).toMatchObject([{ restingHrBpm: truth?.restingHr }]);
    expect(of("sleep")).toMatchObject([{ sleepS: truth?.sleepS, hrvRmssdMs: truth?.hrvMs }]);
    expect(held.gaps).toEqual([]);
    expect(server.mostAtOnce).toBeLessThanOrEqual(2);
  });

  it("asks for no day of readiness where years are read", async () => {
    const { session } = await signedIn();
    await session.wellness({ fromDay: localDate("2026-02-01"), toDay: localDate("2026-02-28") });
    expect(server.requests.some(({ path }) => path.includes("trainingreadiness"))).toBe(false);
  });

  it("reads training status and VO2max, or nothing", async () => {
    const { session } = await signedIn();
    expect(await session.trainingStatus(DAY)).toEqual({
      day: DAY,
      status: "PRODUCTIVE_2",
      acuteLoad: 410,
      chronicLoad: 380,
      vo2maxRunning: 54.3,
      vo2maxCycling: null,
    });
    expect(await session.trainingStatus(localDate("2020-01-01"))).toBeNull();
  });

  it("reads laps, in order", async () => {
    const { session } = await signedIn();
    const newest = account.list(0, 1)[0];
    expect(await session.splits(String(newest?.id))).toMatchObject([
      {
        startedAt: new Date(newest?.startMs ?? 0),
        durationS: 300,
        distanceM: 900,
        averageHeartRateBpm: 140,
        averagePowerW: null,
      },
      { averageHeartRateBpm: 141 },
    ]);
  });

  it("brings files", async () => {
    const { session } = await signedIn();
    const file = await session.file(String(account.list(0, 1)[0]?.id));
    const content = await fileReader.read(file?.bytes ?? new Uint8Array(), "a.fit");
    expect(content).toMatchObject({ kind: "activities", format: "fit" });
  });
});

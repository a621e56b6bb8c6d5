import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileReader } from "@/lib/integrations/files/file-reader";
import { recordedAt } from "@/lib/integrations/files/recorded-at";
import type { FileContent } from "@/lib/integrations/ports";
import {
  type Credentials,
  type RateUsage,
  SourceError,
  type SourceSession,
} from "@/lib/integrations/source-ports";
import { stravaSource } from "@/lib/integrations/strava/strava-source";
import { stravaSubscription } from "@/lib/integrations/strava/strava-subscription";
import { stravaVerifyToken } from "@/lib/integrations/strava/strava-webhook";
import type { BadDay } from "@/tests/support/vendors/bad-days";
import { heldSession } from "@/tests/support/vendors/held-session";
import {
  STRAVA_CLIENT,
  type StravaServer,
  startStravaServer,
  stravaDelivery,
  stravaEvent,
} from "@/tests/support/vendors/strava/start-strava-server";
import type { PlayedActivity } from "@/tests/support/vendors/strava/strava-account";
import { startVendorServer } from "@/tests/support/vendors/vendor-server";

const NOON = Date.UTC(2026, 10, 20, 12) / 1000;
const RIDE: PlayedActivity = {
  ...{ id: 1_360_128_428, name: "Lunch Ride", sportType: "Ride", startS: NOON },
  ...{ utcOffsetS: 3600, elapsedS: 600, hasHeartRate: true, hasPowerMeter: true },
};
const REDIRECT = "https://formline.example/api/oauth/strava/callback";

let server: StravaServer;
beforeEach(async () => {
  server = await startStravaServer();
});
afterEach(() => server.close());

const source = (more: Partial<Parameters<typeof stravaSource>[0]> = {}) =>
  stravaSource({ baseUrl: server.url, ...STRAVA_CLIENT, timeoutMs: 500, ...more });

/** Follows the consent page as a browser would, and exchanges the code. */
async function signIn(state = "a-state") {
  const page = source().consentUrl({ state, codeChallenge: "x", redirectUri: REDIRECT });
  const { headers } = await fetch(page, { redirect: "manual" });
  const back = new URL(headers.get("location") ?? "");
  const answer = { codeVerifier: "v", redirectUri: REDIRECT };
  const [code, scope] = [back.searchParams.get("code") ?? "", back.searchParams.get("scope")];
  return { back, code, signedIn: source().signInWithCode({ ...answer, code, scope }) };
}

async function connected(more: Partial<Parameters<typeof stravaSource>[0]> = {}) {
  const { credentials } = await (await signIn()).signedIn;
  const held = heldSession(credentials);
  return { held, session: source({ historyDays: null, ...more }).open(held.options()) };
}

type Page = Awaited<ReturnType<NonNullable<SourceSession["activities"]>>>;

async function listed(session: SourceSession, since: Date | null = null): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Page | undefined = await session.activities?.({ cursor, since });
    ids.push(...(page?.items ?? []).map(({ externalId }) => externalId));
    cursor = page?.next ?? null;
    if (cursor === null) return ids;
  }
}

async function read(session: SourceSession, id: number) {
  const file = await session.file?.(String(id));
  const content: FileContent = await fileReader.read(file?.bytes ?? new Uint8Array(), "");
  if (content.kind !== "activities") throw new Error(`It was ${content.kind}.`);
  const [activity] = content.activities;
  if (!activity) throw new Error("There is no activity in it.");
  return { activity, format: content.format, bytes: file?.bytes ?? new Uint8Array() };
}

describe("signing in to Strava", () => {
  it("leads to the consent page and back, and keeps what was really granted", async () => {
    server.account(134_815, "Mara");
    const { back, code, signedIn } = await signIn("of-the-browser");
    expect(back.searchParams.get("state")).toBe("of-the-browser");
    expect(back.origin + back.pathname).toBe(REDIRECT);
    expect(await signedIn).toMatchObject({
      accountId: "134815",
      label: "Mara",
      scopes: ["read", "activity:read_all"],
      expiresAt: null,
    });
    const again = { code, codeVerifier: "v", redirectUri: REDIRECT };
    await expect(source().signInWithCode(again)).rejects.toMatchObject({ failure: "refused" });
  });

  it("says so when the athlete unticked the activities", async () => {
    server.account();
    server.tick("read");
    await expect((await signIn()).signedIn).rejects.toMatchObject({
      failure: "forbidden",
      message: expect.stringContaining("leave to view activities"),
    });
  });

  it("tells nothing of a secret when the application is wrong", async () => {
    server.account();
    const { code } = await signIn();
    const error = await source({ clientSecret: "wrong-secret" })
      .signInWithCode({ code, codeVerifier: "v", redirectUri: REDIRECT })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failure: "signed_out" });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/wrong-secret|code-/);
  });
});

describe("Strava's tokens", () => {
  it("are renewed once for all who ask, and stored before they are used", async () => {
    server.account().add(RIDE);
    const { held } = await connected();
    server.grants.expireAccess();
    const sessions = [1, 2, 3].map(() => source().open(held.options()));
    const lists = await Promise.all(sessions.map((session) => listed(session)));
    expect(lists).toEqual([["1360128428"], ["1360128428"], ["1360128428"]]);
    expect(held.saved).toHaveLength(1);
    expect(server.grants.renew(String(held.stored.refreshToken))).not.toBeNull();
  });

  it("are renewed ahead of their end by our clock", async () => {
    server.account().add(RIDE);
    const { credentials } = await (await signIn()).signedIn;
    const ends = Number(credentials.expiresAtEpochS);
    const held = heldSession(credentials, () => new Date((ends - 60) * 1000));
    await listed(source().open(held.options()));
    expect(held.saved).toHaveLength(1);
    expect(held.stored.refreshToken).not.toBe(credentials.refreshToken);
  });

  it.each([-86_400, 86_400])("hold as long as they do, by a clock %i s off", async (seconds) => {
    server.account().add(RIDE);
    server.skewClock(seconds);
    const { held, session } = await connected();
    await listed(session);
    expect(held.saved).toEqual([]);
  });

  it("that hold no more ask for a new sign-in, not for another try", async () => {
    server.account().add(RIDE);
    const { held, session } = await connected();
    await expect(session.check?.()).resolves.toEqual({ scopes: null });
    server.grants.end("134815");
    await expect(session.check?.()).rejects.toMatchObject({ failure: "signed_out" });
    await expect(listed(session)).rejects.toMatchObject({ failure: "signed_out" });
    expect(held.saved).toEqual([]);
    const odd: Credentials = { accessToken: "only" };
    await expect(listed(source().open(heldSession(odd).options()))).rejects.toMatchObject({
      failure: "signed_out",
    });
  });

  it("are given back on disconnecting, and that may be repeated", async () => {
    server.account();
    const { held, session } = await connected();
    await session.revoke?.();
    expect(server.grants.renew(String(held.stored.refreshToken))).toBeNull();
    await expect(session.revoke?.()).resolves.toBeUndefined();
  });
});

describe("Strava's list", () => {
  it("comes newest first, with a mark that changes when the activity does", async () => {
    const account = server.account();
    account.add(RIDE);
    account.add({ ...RIDE, id: 2, startS: NOON + 7200, isStartHidden: true });
    account.add({ ...RIDE, id: 3, startS: NOON - 7200 });
    const { session } = await connected();
    const page = await session.activities?.({ cursor: null, since: null });
    expect(page?.next).toBeNull();
    expect(page?.items).toHaveLength(3);
    expect(page?.items.slice(0, 2).map(({ externalId }) => externalId)).toEqual([
      String(RIDE.id),
      "3",
    ]);
    const ride = page?.items.find(({ externalId }) => externalId === String(RIDE.id));
    expect(ride).toMatchObject({ startedAt: new Date(NOON * 1000), title: "Lunch Ride" });
    expect(page?.items.find(({ externalId }) => externalId === "2")?.startedAt).toBeNull();
    account.add({ ...RIDE, name: "Renamed" });
    const again = await session.activities?.({ cursor: null, since: null });
    const renamed = again?.items.find(({ externalId }) => externalId === String(RIDE.id));
    expect(renamed?.version).not.toBe(ride?.version);
    expect(again?.items.find(({ externalId }) => externalId === "3")?.version).toBe(
      page?.items.find(({ externalId }) => externalId === "3")?.version,
    );
  });

  it("reaches a week behind the last look, for what was uploaded late", async () => {
    const account = server.account();
    account.add({ ...RIDE, id: 1, startS: NOON - 6 * 86_400 });
    account.add({ ...RIDE, id: 2, startS: NOON - 8 * 86_400 });
    const { session } = await connected();
    expect(await listed(session, new Date(NOON * 1000))).toEqual(["1"]);
  });

  it.each([
    ["its beginning", null, 30_000],
    ["a day, less a week", new Date((NOON - 3000 * 86_400) * 1000), 3 * 3007 + 1],
  ])("of 30,000 activities is whole from %s, each once", async (_what, since, count) => {
    server.limits.quarterHour = 10_000;
    server.account().hasEndlessRides(30_000, NOON);
    const { session } = await connected();
    const before = server.requests.length;
    const ids = await listed(session, since);
    expect(new Set(ids).size).toBe(count);
    // Only what stands at the edge of two pages may come twice.
    expect(ids.length - count).toBeLessThan(count / 150);
    expect(server.requests.length - before).toBeLessThan(count / 190);
  });

  it("goes no further back than fitness looks, for none of it stays", async () => {
    server.account().hasEndlessRides(30_000, NOON);
    const { credentials } = await (await signIn()).signedIn;
    const now = () => new Date(NOON * 1000);
    const renewable = { ...credentials, expiresAtEpochS: NOON + 7200 };
    const session = source().open(heldSession(renewable, now).options());
    expect(await listed(session)).toHaveLength(3 * 42 + 1);
    expect(source().longestHistoryDays).toBe(42);
  });

  it("ends although more than a page began in one second", async () => {
    const account = server.account();
    for (let id = 1; id <= 250; id++) account.add({ ...RIDE, id });
    const { session } = await connected();
    expect(new Set(await listed(session)).size).toBeGreaterThanOrEqual(200);
  });
});

describe("an activity of Strava's", () => {
  it("becomes a file that is read like any other, the same each time", async () => {
    server.account().add(RIDE);
    const { session } = await connected();
    const { activity, format, bytes } = await read(session, RIDE.id);
    expect(format).toBe("strava_json");
    expect(activity).toMatchObject({
      ...{ sport: "cycling", title: "Lunch Ride", startEpochS: NOON, utcOffsetS: 3600 },
      ...{ elapsedS: 600, timerS: 600, distanceM: 3000, isIndoor: false },
      device: { product: "Played Computer 1" },
      deviceValues: { avgHeartRateBpm: 142.5, maxPowerW: 420, workJ: 324_000 },
      laps: [{ startS: 0, elapsedS: 600, distanceM: 3000 }],
      notes: [],
    });
    const { channels, timeS } = activity.samples;
    expect(timeS).toHaveLength(601);
    expect(channels.powerW?.[7]).toBe(177);
    expect(channels.heartRateBpm?.[26]).toBe(131);
    expect(channels.latitudeDeg?.[0]).toBeCloseTo(47.3);
    expect((await read(session, RIDE.id)).bytes).toEqual(bytes);
    expect(recordedAt(bytes)).toEqual(new Date("2026-11-20T00:00:00Z"));
  });

  it("that was entered by hand is read without samples, and without asking for any", async () => {
    server.account().add({ ...RIDE, isManual: true, sportType: "WeightTraining" });
    const { session } = await connected();
    const { activity } = await read(session, RIDE.id);
    expect(activity).toMatchObject({ sport: "strength", elapsedS: 600, distanceM: 10_000 });
    expect(activity.notes.map(({ code }) => code)).toEqual(["no_samples"]);
    expect(server.requests.some(({ path }) => path.endsWith("/streams"))).toBe(false);
  });

  it("that hides its start says that the time of day is not right", async () => {
    server.account().add({ ...RIDE, isStartHidden: true });
    const { session } = await connected();
    const { activity } = await read(session, RIDE.id);
    expect(activity.notes.map(({ code }) => code)).toEqual(["start_hidden"]);
    expect(new Date((activity.startEpochS + 3600) * 1000).toISOString()).toBe(
      "2026-11-20T00:00:01.000Z",
    );
  });

  it("without strap or power meter has neither, not zero", async () => {
    server.account().add({ ...RIDE, hasHeartRate: false, hasPowerMeter: false });
    const { session } = await connected();
    const { activity } = await read(session, RIDE.id);
    expect(activity.samples.channels.heartRateBpm).toBeUndefined();
    expect(activity.samples.channels.powerW).toBeUndefined();
    expect(activity.deviceValues).not.toHaveProperty("avgPowerW");
    expect(activity.notes.map(({ code }) => code)).toEqual(["power_estimated"]);
  });

  it("that is gone, or no id at all, is not found", async () => {
    server.account().add({ ...RIDE, isGone: true });
    const { session } = await connected();
    const failure = { failure: "not_found" };
    await expect(session.file?.(String(RIDE.id))).rejects.toMatchObject(failure);
    await expect(session.file?.("../athlete")).rejects.toMatchObject(failure);
    expect(server.requests.some(({ path }) => path.endsWith("/athlete"))).toBe(false);
  });

  it("is turned down when its file is damaged, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (activity, streams) => {
        const file = {
          format: "formline-strava-activity",
          version: 1,
          date: "",
          activity,
          streams,
        };
        const content = await fileReader.read(Buffer.from(JSON.stringify(file)), "");
        expect(content).toMatchObject({ kind: "refused", code: "strava_unreadable" });
      }),
      { numRuns: 200 },
    );
  });
});

describe("Strava's bad days", () => {
  const days: readonly (readonly [string, BadDay, object])[] = [
    ["401 twice", { status: 401, times: 2 }, { failure: "signed_out" }],
    ["403", { status: 403 }, { failure: "forbidden", status: 403 }],
    ["429", { status: 429 }, { failure: "rate_limited", retryAfterS: null }],
    [
      "429 with a wait",
      { status: 429, retryAfterS: 90 },
      { failure: "rate_limited", retryAfterS: 90 },
    ],
    ["500", { status: 500 }, { failure: "unavailable", status: 500 }],
    ["silence", { how: "timeout" }, { failure: "unavailable", status: null }],
    ["half a body", { how: "half_body" }, { failure: "unavailable" }],
    ["a page in place of data", { how: "html" }, { failure: "misunderstood" }],
  ];
  it.each(days)(
    "%s is a typed failure, and the next look finds all",
    async (_what, day, failure) => {
      server.account().add(RIDE);
      const { session } = await connected();
      server.fail({ path: "/api/v3/athlete/activities", ...day });
      const error = await listed(session).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(SourceError);
      expect(error).toMatchObject({ provider: "strava", ...failure });
      expect(await listed(session)).toEqual([String(RIDE.id)]);
    },
  );

  it.each(["empty_204", "null", "empty_list"] as const)("%s is an empty list", async (how) => {
    server.account().add(RIDE);
    const { session } = await connected();
    server.fail({ path: "/api/v3/athlete/activities", how });
    expect(await session.activities?.({ cursor: null, since: null })).toEqual({
      items: [],
      next: null,
    });
  });

  it("an activity without a value in it is misunderstood, not one of nothing", async () => {
    server.account().add(RIDE);
    const { session } = await connected();
    server.fail({ path: `/api/v3/activities/${RIDE.id}`, how: "all_null" });
    await expect(session.file?.(String(RIDE.id))).rejects.toMatchObject({
      failure: "misunderstood",
    });
    server.fail({ path: `/api/v3/activities/${RIDE.id}/streams`, status: 500 });
    await expect(session.file?.(String(RIDE.id))).rejects.toMatchObject({ failure: "unavailable" });
  });
});

describe("Strava's limits", () => {
  it("are noted from every answer's headers, a refusal's too", async () => {
    server.account().add(RIDE);
    const noted: RateUsage[] = [];
    const now = () => new Date("2026-11-20T23:52:00Z");
    const budget = { note: (usage: RateUsage) => void noted.push(usage), waitS: () => null };
    const { session } = await connected({ budget, now });
    server.limits.quarterHour = 1;
    await listed(session);
    await expect(listed(session)).rejects.toMatchObject({ failure: "rate_limited" });
    expect(noted).toEqual([
      expect.objectContaining({
        read_15min: { used: 1, limit: 1, resetsAt: new Date("2026-11-21T00:00:00Z") },
        all_15min: { used: 1, limit: 2, resetsAt: new Date("2026-11-21T00:00:00Z") },
      }),
      expect.objectContaining({
        read_15min: expect.objectContaining({ used: 2 }),
        read_day: { used: 2, limit: 1000, resetsAt: new Date("2026-11-21T00:00:00Z") },
      }),
    ]);
  });

  it("hold a call back that would go beyond them", async () => {
    server.account().add(RIDE);
    const { session } = await connected({ budget: { note: () => undefined, waitS: () => 61.2 } });
    const before = server.requests.length;
    await expect(listed(session)).rejects.toMatchObject({
      failure: "rate_limited",
      retryAfterS: 62,
    });
    expect(server.requests).toHaveLength(before);
  });
});

describe("the subscription to Strava's events", () => {
  const options = () => ({ baseUrl: server.url, ...STRAVA_CLIENT });

  /** What stands at the address that Strava is told: this very adapter. */
  async function ourAddress() {
    const ours = await startVendorServer([
      {
        method: "GET",
        path: /^\/api\/webhooks\/strava$/,
        answer: ({ query }) => {
          const request = { headers: new Headers(), body: new Uint8Array(), query };
          const reading = source().readWebhook(request);
          return reading.kind === "handshake" ? { json: reading.reply } : { status: 403 };
        },
      },
    ]);
    return { ours, callbackUrl: `${ours.url}/api/webhooks/strava` };
  }

  it("is made by a handshake, told, and given up", async () => {
    const { ours, callbackUrl } = await ourAddress();
    const subscription = stravaSubscription(options());
    expect(await subscription.current()).toBeNull();
    const made = await subscription.create(callbackUrl);
    expect(await subscription.current()).toEqual({ id: made.id, callbackUrl });
    // Strava gives one to an application.
    await expect(subscription.create(callbackUrl)).rejects.toMatchObject({ failure: "refused" });
    await subscription.remove(made.id);
    expect(await subscription.current()).toBeNull();
    await ours.close();
  });

  it("is not made for an address that cannot be reached, nor by another application", async () => {
    const subscription = stravaSubscription(options());
    const nowhere = "http://127.0.0.1:1/api/webhooks/strava";
    await expect(subscription.create(nowhere)).rejects.toMatchObject({ failure: "refused" });
    const other = stravaSubscription({ ...options(), clientSecret: "other-secret" });
    const error = await other.current().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failure: "signed_out" });
    expect(JSON.stringify(error) + String(error)).not.toContain("other-secret");
  });
});

describe("Strava's events", () => {
  const reading = (event: unknown, how: Parameters<typeof stravaDelivery>[1] = {}, more = {}) =>
    source(more).readWebhook(stravaDelivery(event, how));
  const created = stravaEvent(134_815, { object_id: 17, aspect_type: "create" });

  it("are subscribed to by a handshake that only we can have asked for", () => {
    const asked = (token: string) =>
      source().readWebhook({
        headers: new Headers(),
        body: new Uint8Array(),
        query: new URLSearchParams({
          ...{ "hub.mode": "subscribe", "hub.challenge": "15f7d1a9" },
          "hub.verify_token": token,
        }),
      });
    expect(asked(stravaVerifyToken(STRAVA_CLIENT.clientSecret))).toEqual({
      kind: "handshake",
      reply: { "hub.challenge": "15f7d1a9" },
    });
    expect(asked("guessed")).toMatchObject({ kind: "refused", status: 403 });
  });

  it.each([
    ["create", {}, { kind: "activities_changed", externalIds: ["17"] }],
    ["update", { title: "Messy" }, { kind: "activities_changed", externalIds: ["17"] }],
    ["delete", {}, { kind: "activity_removed", externalId: "17" }],
  ] as const)("tell of an activity: %s", (aspect_type, updates, what) => {
    const event = stravaEvent(134_815, { object_id: 17, aspect_type, updates });
    const first = reading(event);
    expect(first).toMatchObject({ kind: "messages", messages: [{ accountId: "134815", what }] });
    expect(reading(event)).toEqual(first);
  });

  it("tell that the athlete took the access back, and nothing by anything else", () => {
    const athlete = { object_type: "athlete", object_id: 134_815, aspect_type: "update" } as const;
    expect(
      reading(stravaEvent(134_815, { ...athlete, updates: { authorized: "false" } })),
    ).toMatchObject({ messages: [{ accountId: "134815", what: { kind: "disconnected" } }] });
    expect(reading(stravaEvent(134_815, athlete))).toEqual({ kind: "messages", messages: [] });
    const odd = { ...created, object_type: "segment" };
    expect(reading(odd)).toEqual({ kind: "messages", messages: [] });
  });

  it("are told apart by what happened and when, not by how often they come", () => {
    const key = (event: unknown) => {
      const found = reading(event);
      return found.kind === "messages" ? found.messages[0]?.dedupKey : null;
    };
    const keys = [
      created,
      { ...created, aspect_type: "update", updates: { title: "A" } },
      { ...created, aspect_type: "update", updates: { private: "true" } },
      { ...created, event_time: created.event_time + 1 },
      { ...created, object_id: 18 },
    ].map(key);
    expect(new Set(keys).size).toBe(5);
    expect(key(structuredClone(created))).toBe(keys[0]);
  });

  it("are refused when their signature is wrong, old or of another secret", () => {
    const nowS = Math.floor(Date.now() / 1000);
    expect(reading(created, { signedAtS: nowS }).kind).toBe("messages");
    expect(reading(created, { signedAtS: nowS - 3600 })).toMatchObject({ status: 401 });
    expect(reading(created, { signedAtS: nowS + 3600 })).toMatchObject({ status: 401 });
    expect(reading(created, { signedAtS: nowS, secret: "other" })).toMatchObject({ status: 401 });
    const forged = stravaDelivery(created, { signedAtS: nowS });
    const body = new TextEncoder().encode(JSON.stringify({ ...created, owner_id: 1 }));
    expect(source().readWebhook({ ...forged, body })).toMatchObject({ status: 401 });
    forged.headers.set("x-strava-signature", "nonsense");
    expect(source().readWebhook(forged)).toMatchObject({ kind: "refused", status: 401 });
  });

  it("of another subscription are refused, where the operator says which is his", () => {
    expect(reading(created, {}, { subscriptionId: "120475" }).kind).toBe("messages");
    expect(reading(created, {}, { subscriptionId: "1" })).toMatchObject({ status: 403 });
  });

  it("never throw, whatever the body holds", () => {
    const near = fc.record(
      {
        ...{ object_type: fc.constantFrom("activity", "athlete", "x"), object_id: fc.jsonValue() },
        ...{ aspect_type: fc.constantFrom("create", "update", "delete"), updates: fc.jsonValue() },
        ...{ owner_id: fc.jsonValue(), subscription_id: fc.nat(), event_time: fc.jsonValue() },
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(near, fc.jsonValue()), fc.string(), (event, signature) => {
        const delivery = stravaDelivery(event);
        expect(["refused", "messages"]).toContain(source().readWebhook(delivery).kind);
        delivery.headers.set("x-strava-signature", encodeURIComponent(signature));
        expect(source().readWebhook(delivery).kind).toBe("refused");
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (body) => {
        const found = source().readWebhook({ ...stravaDelivery({}), body });
        expect(found.kind).toBe("refused");
      }),
    );
  });
});

import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { garminPartnerSource } from "@/lib/integrations/garmin/partner/garmin-partner-source";
import { SourceError, type WebhookMessage } from "@/lib/integrations/source-ports";
import { describeWithSamples, samples } from "@/tests/support/samples";
import type { BadDay } from "@/tests/support/vendors/bad-days";
import {
  type GarminPartnerServer,
  partnerDelivery,
  startGarminPartnerServer,
} from "@/tests/support/vendors/garmin-partner/start-garmin-partner-server";
import { heldSession } from "@/tests/support/vendors/held-session";

const REDIRECT = "https://formline.example/api/oauth/garmin_partner/callback";
/** The pair of RFC 7636, appendix B. */
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const USER = "garmin-user-1";

let server: GarminPartnerServer;
beforeEach(async () => {
  server = await startGarminPartnerServer();
});
afterEach(() => server.close());

const source = (more = {}) => garminPartnerSource({ ...server.options, timeoutMs: 500, ...more });

async function signIn(codeVerifier = VERIFIER) {
  const attempt = { state: "of-the-browser", codeChallenge: CHALLENGE, redirectUri: REDIRECT };
  const { headers } = await fetch(source().consentUrl(attempt), { redirect: "manual" });
  const back = new URL(headers.get("location") ?? "");
  const code = back.searchParams.get("code") ?? "";
  const signedIn = source().signInWithCode({ code, codeVerifier, redirectUri: REDIRECT });
  return { back, code, signedIn };
}

async function connected() {
  const { credentials } = await (await signIn()).signedIn;
  const held = heldSession(credentials);
  return { held, session: source().open(held.options()) };
}

function messages(payload: unknown): readonly WebhookMessage[] {
  const reading = source().readWebhook(partnerDelivery(payload));
  if (reading.kind !== "messages") throw new Error(`It was ${reading.kind}.`);
  return reading.messages;
}

const observed = (payload: unknown) =>
  messages(payload).flatMap(({ what }) => (what.kind === "data" ? what.observations : []));
const pushed = (type: string, summary: object) =>
  observed({ [type]: [{ userId: USER, summaryId: "s-1", ...summary }] });

describe("signing in to Garmin's partner API", () => {
  it("goes by a challenge, and tells whose account it is and what is allowed", async () => {
    server.account();
    const { back, code, signedIn } = await signIn();
    expect(back.searchParams.get("state")).toBe("of-the-browser");
    expect(await signedIn).toMatchObject({
      ...{ accountId: USER, label: "Garmin", expiresAt: null },
      scopes: ["ACTIVITY_EXPORT", "HEALTH_EXPORT", "WORKOUT_IMPORT"],
    });
    const again = { code, codeVerifier: VERIFIER, redirectUri: REDIRECT };
    await expect(source().signInWithCode(again)).rejects.toMatchObject({ failure: "refused" });
  });

  it("fails for who intercepted the code but has no verifier", async () => {
    server.account();
    const { signedIn } = await signIn("another-verifier");
    await expect(signedIn).rejects.toMatchObject({ failure: "refused" });
  });

  it("renews its tokens once for all, and stores the new ones before they are used", async () => {
    server.account();
    const { held } = await connected();
    server.grants.expireAccess();
    const before = held.stored;
    const sessions = [1, 2, 3].map(() => source().open(held.options()));
    const checks = await Promise.all(sessions.map((session) => session.check?.()));
    expect(checks[2]).toEqual({ scopes: ["ACTIVITY_EXPORT", "HEALTH_EXPORT", "WORKOUT_IMPORT"] });
    expect(held.saved).toHaveLength(1);
    expect(server.grants.renew(String(before.refreshToken))).toBeNull();
    expect(server.grants.renew(String(held.stored.refreshToken))).not.toBeNull();
  });

  it("is given up at Garmin on disconnecting, and that may be repeated", async () => {
    const account = server.account();
    const { session } = await connected();
    await session.revoke?.();
    expect(account.isRegistered).toBe(false);
    await expect(session.revoke?.()).resolves.toBeUndefined();
    await expect(session.check?.()).rejects.toMatchObject({ failure: "signed_out" });
  });
});

describe("what Garmin sends", () => {
  it("is taken from our own application only", () => {
    const payload = { deregistrations: [{ userId: USER }] };
    const forged = source().readWebhook(partnerDelivery(payload, "guessed"));
    expect(forged).toMatchObject({ kind: "refused", status: 401 });
    const { body, query } = partnerDelivery(payload);
    expect(source().readWebhook({ headers: new Headers(), body, query })).toMatchObject({
      status: 401,
    });
    expect(messages(payload)).toMatchObject([{ accountId: USER, what: { kind: "disconnected" } }]);
  });

  it("says on which day by the offset of the device's clock", () => {
    // 23:30 UTC: the next day in Auckland, the same in Lima.
    const startTimeInSeconds = Date.UTC(2026, 2, 28, 23, 30) / 1000;
    const day = (startTimeOffsetInSeconds: number) =>
      pushed("dailies", { startTimeInSeconds, startTimeOffsetInSeconds, steps: 10 })[0]?.day;
    expect([day(13 * 3600), day(-5 * 3600)]).toEqual(["2026-03-29", "2026-03-28"]);
    const named = { startTimeInSeconds, calendarDate: "2026-03-27", steps: 10 };
    expect(pushed("dailies", named)[0]?.day).toBe("2026-03-27");
  });

  it("puts a night on the day of waking, over a change of the clock as well", () => {
    const [night] = pushed("sleeps", {
      startTimeInSeconds: Date.UTC(2026, 2, 28, 22) / 1000,
      ...{ startTimeOffsetInSeconds: 3600, durationInSeconds: 8 * 3600 },
      ...{ deepSleepDurationInSeconds: 5400, lightSleepDurationInSeconds: 16_200 },
      ...{ remSleepInSeconds: 5400, awakeDurationInSeconds: 1800, validation: "AUTO_FINAL" },
      overallSleepScore: { value: 81 },
      timeOffsetSleepRespiration: { "60": 14, "120": 15, "180": -1 },
    });
    expect(night).toEqual({
      ...{ day: "2026-03-29", source: "garmin:sleep", sleepS: 27_000, sleepScore: 81 },
      ...{ deepSleepS: 5400, lightSleepS: 16_200, remSleepS: 5400, awakeS: 1800 },
      sleepStartEpochS: Date.UTC(2026, 2, 28, 22) / 1000,
      sleepEndEpochS: Date.UTC(2026, 2, 29, 6) / 1000,
      respirationBrpm: 14.5,
    });
  });

  it("keeps a night that is still a guess apart from the corrected one", () => {
    const source = (validation: string) =>
      pushed("sleeps", {
        ...{ calendarDate: "2026-11-20", deepSleepDurationInSeconds: 60, validation },
      })[0]?.source;
    expect(["AUTO_TENTATIVE", "ENHANCED_TENTATIVE"].map(source)).toEqual([
      "garmin:sleep_tentative",
      "garmin:sleep_tentative",
    ]);
    expect(["AUTO_FINAL", "ENHANCED_FINAL", "MANUAL", "DEVICE"].map(source)).toEqual(
      Array(4).fill("garmin:sleep"),
    );
  });

  it("has no REM sleep of a watch that knows none", () => {
    const night = {
      calendarDate: "2026-11-20",
      deepSleepDurationInSeconds: 60,
      remSleepInSeconds: 0,
    };
    expect(pushed("sleeps", { ...night, sleepLevelsMap: { deep: [] } })[0]).not.toHaveProperty(
      "remSleepS",
    );
    expect(pushed("sleeps", { ...night, sleepLevelsMap: { deep: [], rem: [] } })[0]).toMatchObject({
      remSleepS: 0,
    });
  });

  it("counts no stress that was not measured, and no day of nothing", () => {
    const stress = (values: object) =>
      pushed("stressDetails", { calendarDate: "2026-11-20", timeOffsetStressLevelValues: values });
    expect(stress({ 0: 20, 180: -1, 360: -2, 540: 40, 720: -5 })).toMatchObject([
      { day: "2026-11-20", source: "garmin:stress", stressAvg: 30 },
    ]);
    expect(stress({ 0: -1, 180: -2, 360: -3, 540: -4 })).toEqual([]);
    expect(pushed("hrv", { calendarDate: "2026-11-20", lastNightAvg: null })).toEqual([]);
    expect(pushed("bodyComps", { measurementTimeInSeconds: 1_763_600_000 })).toEqual([]);
    const once = { calendarDate: "2026-11-20", timeOffsetSpo2Values: { 0: 93 } };
    expect(pushed("pulseox", { ...once, onDemand: true })).toEqual([]);
    expect(pushed("pulseox", { ...once, onDemand: false })).toMatchObject([{ spo2Pct: 93 }]);
  });

  it("is the same message when it comes again, and another when it was corrected", () => {
    const key = (summary: object) =>
      messages({
        dailies: [{ userId: USER, summaryId: "d", calendarDate: "2026-11-20", ...summary }],
      })[0]?.dedupKey;
    expect(key({ steps: 10 })).toBe(key({ steps: 10 }));
    expect(key({ steps: 10 })).not.toBe(key({ steps: 11 }));
  });

  it("tells of activities, files, permissions and other people in one body", () => {
    const callbackURL = server.callback({ body: "FIT" });
    expect(
      messages({
        activities: [
          { userId: USER, activityId: 17 },
          { userId: "another", activityId: "18" },
        ],
        activityFiles: [{ userId: USER, activityId: 17, fileType: "FIT", callbackURL }],
        sleeps: [{ userId: USER, callbackURL }],
        userPermissionsChange: [{ userId: USER, permissions: ["HEALTH_EXPORT"] }],
        somethingNew: [{ userId: USER, callbackURL }],
        epochs: "not a list",
      }).map(({ accountId, what }) => ({ accountId, what })),
    ).toEqual([
      { accountId: USER, what: { kind: "activities_changed", externalIds: ["17"] } },
      { accountId: "another", what: { kind: "activities_changed", externalIds: ["18"] } },
      {
        accountId: USER,
        what: {
          kind: "fetch",
          callbackUrl: callbackURL,
          dataType: "activityFiles",
          externalId: "17",
        },
      },
      { accountId: USER, what: { kind: "fetch", callbackUrl: callbackURL, dataType: "sleeps" } },
      { accountId: USER, what: { kind: "permissions", scopes: ["HEALTH_EXPORT"] } },
    ]);
  });

  it("is taken of every type, pushed or announced, and asked for where it is of use here", () => {
    const at = { startTimeInSeconds: 1_795_176_000, startTimeOffsetInSeconds: 3600 };
    const pushed = {
      dailies: { ...at, steps: 7000, durationInSeconds: 86_400 },
      sleeps: { ...at, durationInSeconds: 27_000, deepSleepDurationInSeconds: 3600 },
      hrv: { ...at, lastNightAvg: 52 },
      stressDetails: { ...at, timeOffsetStressLevelValues: { 0: 20, 180: 40 } },
      bodyComps: { measurementTimeInSeconds: 1_795_176_000, weightInGrams: 70_000 },
      pulseox: { ...at, timeOffsetSpo2Values: { 0: 96 } },
    };
    const activities = ["activities", "activityDetails", "manuallyUpdatedActivities"];
    const unused = ["epochs", "userMetrics", "allDayRespiration", "healthSnapshot"];
    unused.push("bloodPressures", "moveIQActivities", "skinTemp", "mct");
    const kindOf = (type: string, summary: object) =>
      messages({ [type]: [{ userId: USER, ...summary }] }).map(({ what }) => what.kind);
    const callbackURL = server.callback({ json: [] }, 99);
    for (const [type, summary] of Object.entries(pushed)) {
      expect(kindOf(type, summary), type).toEqual(["data"]);
      expect(kindOf(type, { callbackURL }), type).toEqual(["fetch"]);
    }
    for (const type of activities) {
      expect(kindOf(type, { activityId: 17 }), type).toEqual(["activities_changed"]);
      expect(kindOf(type, { callbackURL }), type).toEqual(["fetch"]);
    }
    expect(kindOf("activityFiles", { activityId: 17, callbackURL })).toEqual(["fetch"]);
    expect(kindOf("deregistrations", {})).toEqual(["disconnected"]);
    expect(kindOf("userPermissionsChange", { permissions: [] })).toEqual(["permissions"]);
    for (const type of unused) {
      expect(kindOf(type, { ...at, activityId: 17 }), type).toEqual([]);
      expect(kindOf(type, { callbackURL }), type).toEqual([]);
    }
  });

  it.each([
    "https://elsewhere.example/wellness-api/rest/sleeps?token=x",
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "not an address",
  ])("leads to no other host: %s", async (callbackUrl) => {
    expect(messages({ sleeps: [{ userId: USER, callbackURL: callbackUrl }] })).toEqual([]);
    server.account();
    const { session } = await connected();
    const before = server.requests.length;
    await expect(session.announced?.({ callbackUrl, dataType: "sleeps" })).rejects.toMatchObject({
      failure: "not_found",
    });
    expect(server.requests).toHaveLength(before);
  });

  it("never throws, whatever the body holds", () => {
    const type = fc.constantFrom(
      ...["dailies", "sleeps", "hrv", "stressDetails", "bodyComps", "pulseox", "activities"],
      ...["activityFiles", "deregistrations", "userPermissionsChange", "toString", "__proto__"],
    );
    const summary = fc.record(
      {
        ...{ userId: fc.oneof(fc.constant(USER), fc.jsonValue()), callbackURL: fc.jsonValue() },
        ...{
          activityId: fc.jsonValue(),
          permissions: fc.jsonValue(),
          calendarDate: fc.jsonValue(),
        },
        startTimeInSeconds: fc.oneof(fc.double(), fc.jsonValue()),
        ...{ startTimeOffsetInSeconds: fc.jsonValue(), measurementTimeInSeconds: fc.double() },
        ...{ timeOffsetStressLevelValues: fc.jsonValue(), sleepLevelsMap: fc.jsonValue() },
        ...{ steps: fc.jsonValue(), weightInGrams: fc.double(), validation: fc.jsonValue() },
      },
      { requiredKeys: ["userId"] },
    );
    const near = fc.dictionary(type, fc.oneof(fc.array(summary), fc.jsonValue()));
    fc.assert(
      fc.property(fc.oneof(near, fc.jsonValue()), (payload) => {
        const { kind } = source().readWebhook(partnerDelivery(payload));
        expect(["messages", "refused"]).toContain(kind);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array(), (body) => {
        const { headers, query } = partnerDelivery({});
        expect(source().readWebhook({ headers, query, body }).kind).toBe("refused");
      }),
    );
  });
});

describe("what Garmin announces", () => {
  it("is fetched once: a file, or summaries", async () => {
    server.account();
    const { session } = await connected();
    const file = {
      callbackUrl: server.callback({ body: "the bytes of a file" }),
      ...{ dataType: "activityFiles", externalId: "17" },
    };
    const announced = await session.announced?.(file);
    expect(new TextDecoder().decode(announced?.file?.bytes)).toBe("the bytes of a file");
    // Used up, or older than a day.
    await expect(session.announced?.(file)).rejects.toMatchObject({ failure: "not_found" });

    const night = { userId: USER, calendarDate: "2026-11-20", deepSleepDurationInSeconds: 3600 };
    const callbackUrl = server.callback({ json: [night, { userId: USER }, null] });
    expect(await session.announced?.({ callbackUrl, dataType: "sleeps" })).toMatchObject({
      ...{ file: null, observations: [{ day: "2026-11-20", deepSleepS: 3600 }] },
    });
  });

  const days: readonly (readonly [string, BadDay, object])[] = [
    ["401 twice", { status: 401, times: 2 }, { failure: "signed_out" }],
    ["403", { status: 403 }, { failure: "forbidden" }],
    ["429", { status: 429 }, { failure: "rate_limited", retryAfterS: null }],
    [
      "429 with a wait",
      { status: 429, retryAfterS: 60 },
      { failure: "rate_limited", retryAfterS: 60 },
    ],
    ["500", { status: 500 }, { failure: "unavailable" }],
    ["silence", { how: "timeout" }, { failure: "unavailable" }],
    ["half a body", { how: "half_body" }, { failure: "unavailable" }],
    ["a page in place of data", { how: "html" }, { failure: "misunderstood" }],
  ];
  it.each(days)(
    "%s is a typed failure, and the announcement may be tried again",
    async (_what, day, failure) => {
      server.account();
      const { session } = await connected();
      const night = { userId: USER, calendarDate: "2026-11-20", deepSleepDurationInSeconds: 3600 };
      const callbackUrl = server.callback({ json: [night] }, 2);
      server.fail({ path: "/wellness-api/rest/callback", ...day });
      const announcement = { callbackUrl, dataType: "sleeps" };
      const error = await session.announced?.(announcement).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(SourceError);
      expect(error).toMatchObject({ provider: "garmin_partner", ...failure });
      expect(JSON.stringify(error) + String(error)).not.toContain("token=");
      expect((await session.announced?.(announcement))?.observations).toHaveLength(1);
    },
  );

  it.each(["empty_204", "null", "empty_list", "all_null"] as const)(
    "%s says nothing, and no zero",
    async (how) => {
      server.account();
      const { session } = await connected();
      const night = { userId: USER, calendarDate: "2026-11-20", deepSleepDurationInSeconds: 3600 };
      const callbackUrl = server.callback({ json: [night] });
      server.fail({ path: "/wellness-api/rest/callback", how });
      expect(await session.announced?.({ callbackUrl, dataType: "sleeps" })).toEqual({
        ...{ observations: [], file: null },
      });
    },
  );
});

describe("asking Garmin for history", () => {
  const range = { fromDay: localDate("2026-08-01"), toDay: localDate("2026-11-20") };

  it("goes in windows that Garmin allows, the newest first, and may be repeated", async () => {
    server.account();
    const { session } = await connected();
    await session.requestHistory?.(range);
    const asked = server.requests.filter(({ path }) => path.endsWith("/backfill/activities"));
    const spans = asked.map(({ query }) =>
      ["summaryStartTimeInSeconds", "summaryEndTimeInSeconds"].map((name) =>
        new Date(Number(query.get(name)) * 1000).toISOString().slice(0, 10),
      ),
    );
    expect(spans).toEqual([
      ["2026-10-22", "2026-11-21"],
      ["2026-09-22", "2026-10-22"],
      ["2026-08-23", "2026-09-22"],
      ["2026-08-01", "2026-08-23"],
    ]);
    await expect(session.requestHistory?.(range)).resolves.toBeUndefined();
  });

  it("has an end, for Garmin tells none", () => {
    expect(source().longestHistoryDays).toBe(365);
  });

  it("says in plain words what has to be allowed first", async () => {
    server.account().allowsHistory = false;
    const { session } = await connected();
    await expect(session.requestHistory?.(range)).rejects.toMatchObject({
      ...{ failure: "forbidden", message: expect.stringContaining("Historical data") },
    });
  });
});

describe("a workout for the watch", () => {
  const workout = {
    ...{ title: "5 × 1 km", sport: "running" as const },
    steps: [
      {
        kind: "warmup" as const,
        length: { by: "time" as const, seconds: 600 },
        target: { kind: "open" as const, low: null, high: null },
      },
      {
        kind: "work" as const,
        length: { by: "distance" as const, metres: 1000 },
        target: { kind: "speed" as const, low: 3.9, high: 4.2 },
      },
      {
        kind: "recovery" as const,
        length: { by: "time" as const, seconds: 120 },
        target: { kind: "heart_rate" as const, low: null, high: 130 },
      },
    ],
  };

  it("arrives as Garmin wants it, and is read back", async () => {
    server.account();
    const { session } = await connected();
    const id = await session.uploadWorkout?.(workout, null);
    expect(server.workouts.get(id ?? "")).toMatchObject({
      ...{ workoutName: "5 × 1 km", sport: "RUNNING", workoutProvider: "Formline" },
      segments: [
        {
          steps: [
            {
              ...{ stepOrder: 1, intensity: "WARMUP", durationType: "TIME", durationValue: 600 },
              targetType: "OPEN",
            },
            {
              ...{ stepOrder: 2, durationType: "DISTANCE", durationValueType: "METER" },
              ...{ targetType: "PACE", targetValueLow: 3.9, targetValueHigh: 4.2 },
            },
            { stepOrder: 3, targetType: "OPEN", targetValueLow: null },
          ],
        },
      ],
    });
    await session.uploadWorkout?.({ ...workout, title: "4 × 1 km" }, id ?? "");
    expect(server.workouts.size).toBe(1);
    expect(server.workouts.get(id ?? "")).toMatchObject({ workoutName: "4 × 1 km", workoutId: id });
  });

  it("of the pool rests by the clock and has no target", async () => {
    server.account();
    const { session } = await connected();
    const id = await session.uploadWorkout?.({ ...workout, sport: "swimming" }, null);
    const steps = JSON.parse(JSON.stringify(server.workouts.get(id ?? ""))).segments[0].steps;
    expect(steps[2]).toMatchObject({ durationType: "FIXED_REST", targetType: null });
  });

  it("is on its day once, however often it is asked for", async () => {
    server.account();
    const { session } = await connected();
    const id = (await session.uploadWorkout?.(workout, null)) ?? "";
    const entries = [
      await session.scheduleWorkout?.(id, localDate("2026-11-25")),
      await session.scheduleWorkout?.(id, localDate("2026-11-25")),
    ];
    expect(entries).toEqual(["900", "900"]);
    expect(server.schedules).toHaveLength(1);
    await session.scheduleWorkout?.(id, localDate("2026-11-26"));
    expect(server.schedules).toHaveLength(2);
  });

  it("that the athlete did not allow is forbidden, not lost in silence", async () => {
    server.account().permissions = ["HEALTH_EXPORT"];
    const { session } = await connected();
    await expect(session.uploadWorkout?.(workout, null)).rejects.toMatchObject({
      failure: "forbidden",
    });
  });
});

describeWithSamples("garmin/official-health-api", "the examples of Garmin's Health API", () => {
  const EXPECTED: Readonly<Record<string, readonly object[]>> = {
    "dailies.json": [
      { day: "2016-01-11", source: "garmin:daily_summary", steps: 4210, stressAvg: 43 },
      { day: "2016-01-12", steps: 3305, restingHrBpm: 64, stressAvg: 37 },
    ],
    "sleeps.json": [
      { day: "2016-01-10", source: "garmin:sleep", sleepS: 14_772, awakeS: 492 },
      { day: "2016-01-11", sleepS: 11_588, remSleepS: 2142, sleepScore: 87 },
    ],
    "hrv.json": [{ day: "2022-05-31", source: "garmin:hrv", hrvRmssdMs: 44 }],
    "stress.json": [
      { day: "2017-03-23", stressAvg: 31.5, bodyBatteryHigh: 59, bodyBatteryLow: 55 },
    ],
    "body-comps.json": [
      { day: "2015-08-16", source: "garmin:weight", weightKg: 75.45 },
      { day: "2015-08-17", weightKg: 75.173 },
    ],
  };
  it.each(samples.names("garmin/official-health-api"))("%s says what it says", (name) => {
    const payload = JSON.parse(
      new TextDecoder().decode(samples.read(`garmin/official-health-api/${name}`)),
    );
    expect(observed(payload)).toMatchObject(EXPECTED[name] ?? []);
  });

  it("tell of activities by their ids", () => {
    const read = (name: string) =>
      messages(
        JSON.parse(new TextDecoder().decode(samples.read(`garmin/official-health-api/${name}`))),
      );
    for (const name of ["activities.json", "activity-details.json"]) {
      expect(read(name)[0]).toMatchObject({
        ...{ accountId: "sub-1" },
        what: { kind: "activities_changed", externalIds: ["5001968355"] },
      });
    }
    expect(read("activities.json")[1]?.accountId).toBe("sub-2");
  });
});

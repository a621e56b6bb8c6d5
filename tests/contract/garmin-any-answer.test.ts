import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { garminConnectSource } from "@/lib/integrations/garmin/connect/garmin-connect-source";
import { garminPersonalSource } from "@/lib/integrations/garmin/personal/garmin-personal-source";
import { type Credentials, SourceError, type SourceSession } from "@/lib/integrations/source-ports";
import { type GarminServer, startGarminServer } from "../support/vendors/garmin/garmin-server";
import { heldCredentials } from "../support/vendors/held-credentials";
import type { VendorAnswer } from "../support/vendors/vendor-server";

const WEEK = { fromDay: localDate("2026-11-10"), toDay: localDate("2026-11-16") };
/** Only of these is nothing at all a measurement. */
const MAY_BE_0 = new Set(["deepSleepS", "remSleepS", "awakeS"]);

let server: GarminServer;
let key: Credentials;
let tokens: Credentials;
beforeAll(async () => {
  server = await startGarminServer();
  const account = server.account();
  key = (await personal().signIn(account.key)).credentials;
  tokens = (await connect().signIn(server.diTokenJson(account))).credentials;
});
afterAll(() => server.close());
const personal = () => garminPersonalSource({ baseUrl: server.url, timeoutMs: 2000 });
const connect = () =>
  garminConnectSource({ baseUrl: server.url, authUrl: server.url, timeoutMs: 2000 });

const span = `${WEEK.fromDay}/${WEEK.toDay}`;
const dates = `startDate=${WEEK.fromDay}&endDate=${WEEK.toDay}`;
const RIGHT_PATHS = [
  `/sleep-service/sleep/dailySleepSummariesByDate?${dates}`,
  `/sleep-service/stats/sleep/daily/${span}`,
  `/hrv-service/hrv/daily/${span}`,
  `/usersummary-service/stats/stress/daily/${span}`,
  `/usersummary-service/stats/steps/daily/${span}`,
  `/usersummary-service/v2/dailysummaries?${dates}`,
  `/wellness-service/wellness/bodyBattery/reports/daily?${dates}`,
  `/weight-service/weight/range/${span}`,
  `/metrics-service/metrics/trainingreadiness/${WEEK.toDay}`,
];
let right: unknown[];
beforeAll(async () => {
  const headers = { authorization: `Bearer ${tokens.accessToken}` };
  right = await Promise.all(
    RIGHT_PATHS.map(async (path) => (await fetch(server.url + path, { headers })).json()),
  );
});

/** A copy in which some leaves, counted through, are something else. */
function damaged(payload: unknown, damages: readonly (readonly [number, unknown])[]): unknown {
  const copy = structuredClone(payload);
  const leaves: { of: Record<string, unknown>; name: string }[] = [];
  const walk = (of: object) => {
    for (const [name, inner] of Object.entries(of)) {
      leaves.push({ of: of as Record<string, unknown>, name });
      if (typeof inner === "object" && inner !== null) walk(inner);
    }
  };
  walk(copy as object);
  for (const [at, into] of damages) {
    const leaf = leaves[at % leaves.length];
    if (leaf) leaf.of[leaf.name] = into;
  }
  return copy;
}

/** Words of Garmin's own with anything behind them. */
const day = fc.constantFrom("2026-11-10", "2026-11-12", "2026-02-30", "soon", "");
const value = fc.oneof(
  fc.constantFrom(null, 0, -1, -2, 1, 55, 1e308, -1e308, "", "55", true, [], {}),
  fc.double({ noNaN: true }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>,
);
const entry = fc.dictionary(
  fc.constantFrom(
    "calendarDate",
    "date",
    "summaryDate",
    "values",
    "lastNightAvg",
    "totalSteps",
    "sleepTimeSeconds",
    "deepSleepSeconds",
    "restingHeartRate",
    "latestWeight",
    "weight",
    "activityId",
    "activityName",
    "beginTimestamp",
    "startTimeGMT",
    "score",
    "timestamp",
    "recoveryTime",
    "inputContext",
    "overallStressLevel",
    "totalSleepTimeInSeconds",
    "deepTime",
    "wellnessStartTimeLocal",
    "averageStressLevel",
    "bodyBatteryValuesArray",
    "bodyBatteryValueDescriptorDTOList",
    "charged",
  ),
  fc.oneof({ arbitrary: day, weight: 2 }, { arbitrary: value, weight: 3 }),
);
const wrapped = fc.dictionary(
  fc.constantFrom(
    "hrvSummaries",
    "individualStats",
    "dailyWeightSummaries",
    "dateWeightList",
    "dailySleepDTO",
    "allMetrics",
    "lapDTOs",
    "mostRecentVO2Max",
    "mostRecentTrainingStatus",
    "calendarItems",
  ),
  fc.oneof(fc.array(entry, { maxLength: 4 }), entry, value),
);
const json = fc.oneof(fc.array(fc.oneof(entry, value), { maxLength: 5 }), wrapped, entry, value);
const answer: fc.Arbitrary<VendorAnswer> = fc.oneof(
  { arbitrary: json.map((payload) => ({ json: payload ?? null })), weight: 6 },
  { arbitrary: fc.uint8Array({ maxLength: 300 }).map((body) => ({ body })), weight: 1 },
  {
    arbitrary: fc.tuple(json, fc.nat(60)).map(([payload, cut]) => ({
      body: (JSON.stringify(payload) ?? "").slice(0, cut),
    })),
    weight: 2,
  },
  {
    arbitrary: fc
      .record({
        status: fc.constantFrom(
          201,
          204,
          206,
          301,
          304,
          400,
          401,
          403,
          404,
          409,
          410,
          418,
          429,
          500,
          503,
        ),
        retryAfter: fc.constantFrom(
          "",
          "0",
          "-5",
          "1e9",
          "14",
          "soon",
          "Thu, 01 Jan 1970 00:00:00 GMT",
        ),
        date: fc.constantFrom("", "never", "Thu, 01 Jan 2099 00:00:00 GMT"),
      })
      .map(({ status, retryAfter, date }) => ({
        status,
        headers: { "retry-after": retryAfter, ...(date && { date }) },
        body: status === 204 || status === 304 ? "" : "<html>",
      })),
    weight: 3,
  },
);

type Question = (session: Required<SourceSession>) => Promise<unknown>;
const QUESTIONS: Readonly<Record<string, Question>> = {
  wellness: (session) => session.wellness(WEEK),
  activities: (session) => session.activities({ cursor: null, since: new Date(0) }),
  file: (session) => session.file("77"),
};
const CONNECT_QUESTIONS: Readonly<Record<string, Question>> = {
  ...QUESTIONS,
  splits: (session) => session.splits("77"),
  trainingStatus: (session) => session.trainingStatus(WEEK.toDay),
  scheduleWorkout: (session) => session.scheduleWorkout("77", WEEK.toDay),
};

async function isReadOrRefused(ask: () => Promise<unknown>, given: VendorAnswer) {
  const stop = server.replay(/^(?!.*oauth)/, given);
  const outcome = await ask()
    .catch((error: unknown) => error)
    .finally(stop);
  if (outcome instanceof Error) {
    expect(outcome).toBeInstanceOf(SourceError);
    const { retryAfterS } = outcome as SourceError;
    if (retryAfterS !== null) expect(retryAfterS >= 0 && retryAfterS <= 86_400).toBe(true);
  }
  return outcome;
}

function expectMeasured(outcome: unknown) {
  if (!Array.isArray(outcome)) return;
  for (const { day: of, source: _source, ...values } of outcome) {
    expect(of >= WEEK.fromDay && of <= WEEK.toDay).toBe(true);
    for (const [name, measured] of Object.entries(values)) {
      expect(typeof measured === "number" && Number.isFinite(measured)).toBe(true);
      expect((measured as number) > 0 || (measured === 0 && MAY_BE_0.has(name))).toBe(true);
    }
  }
}

describe("whatever Garmin answers", () => {
  const ways: readonly (readonly [string, string, () => SourceSession, Question])[] = [
    ...Object.entries(QUESTIONS).map(
      ([name, ask]) =>
        ["a key", name, () => personal().open(heldCredentials(key).options), ask] as const,
    ),
    ...Object.entries(CONNECT_QUESTIONS).map(
      ([name, ask]) =>
        ["tokens", name, () => connect().open(heldCredentials(tokens).options), ask] as const,
    ),
  ];
  it.each(ways)(
    "by %s, %s gives values or a typed failure, and no 0 for nothing",
    async (_way, name, open, ask) => {
      await fc.assert(
        fc.asyncProperty(answer, async (given) => {
          const outcome = await isReadOrRefused(
            () => ask(open() as Required<SourceSession>),
            given,
          );
          if (name === "wellness") expectMeasured(outcome);
        }),
        { numRuns: 60 },
      );
    },
  );

  it("is read for what is right in it, when the rest is damaged", async () => {
    let values = 0;
    const damages = fc.array(fc.tuple(fc.nat(), value), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.nat(), damages, async (which, damage) => {
        const given = { json: damaged(right[which % right.length], damage) };
        for (const open of [
          () => personal().open(heldCredentials(key).options),
          () => connect().open(heldCredentials(tokens, () => new Date("2026-11-17")).options),
        ]) {
          const outcome = await isReadOrRefused(async () => open().wellness?.(WEEK), given);
          expectMeasured(outcome);
          if (Array.isArray(outcome)) values += outcome.length;
        }
      }),
      { numRuns: 60 },
    );
    // Else it would prove nothing: a week has seven days.
    expect(values).toBeGreaterThan(60);
  });
});

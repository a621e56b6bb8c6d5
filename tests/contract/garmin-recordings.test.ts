import { afterAll, beforeAll, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { garminConnectSource } from "@/lib/integrations/garmin/connect/garmin-connect-source";
import { garminPersonalSource } from "@/lib/integrations/garmin/personal/garmin-personal-source";
import { type Credentials, SourceError, type SourceSession } from "@/lib/integrations/source-ports";
import { describeWithSamples, samples } from "../support/samples";
import { type GarminServer, startGarminServer } from "../support/vendors/garmin/garmin-server";
import { heldCredentials } from "../support/vendors/held-credentials";

type Both = Required<Pick<SourceSession, "wellness" | "activities" | "file">>;

let server: GarminServer;
let key: Credentials;
let tokens: Credentials;
beforeAll(async () => {
  server = await startGarminServer();
  // An account without a day: whatever is read comes from the recording.
  const account = server.account({ firstDay: "2030-01-01", lastDay: "2030-01-02", activities: 0 });
  key = (await personal().signIn(account.key)).credentials;
  tokens = (await connect().signIn(server.diTokenJson(account))).credentials;
});
afterAll(() => server.close());

const personal = () => garminPersonalSource({ baseUrl: server.url });
const connect = () => garminConnectSource({ baseUrl: server.url, authUrl: server.url });
/** As it was asked on that day: readiness is only read of the last weeks. */
function byKey(day = "2025-08-08"): Both {
  return personal().open(heldCredentials(key, () => new Date(`${day}T12:00:00Z`)).options) as Both;
}
function byTokens(day = "2025-08-08"): Required<SourceSession> {
  const held = heldCredentials(tokens, () => new Date(`${day}T12:00:00Z`));
  return connect().open(held.options) as Required<SourceSession>;
}

const json = (name: string) => JSON.parse(new TextDecoder().decode(samples.read(`garmin/${name}`)));
const range = (from: string, to: string) => ({ fromDay: localDate(from), toDay: localDate(to) });

/** While `work` runs, Garmin answers with a recording where it is asked for `path`. */
async function played<T>(name: string, path: RegExp, work: () => Promise<T>): Promise<T> {
  const stop = server.replay(path, { json: json(name) });
  return work().finally(stop);
}

/** Recorded ranges and days: where they are asked for, their days, and how many say something. */
const RECORDED_DAYS: readonly (readonly [
  string,
  RegExp,
  readonly [string, string],
  string,
  number,
  "connect" | "both",
])[] = [
  [
    "connect/hrv-daily-range.2023-07-01_2023-07-20.json",
    /hrv\/daily/,
    ["2023-07-01", "2023-07-20"],
    "hrv",
    20,
    "both",
  ],
  [
    "connect/stress-daily-range.json",
    /stats\/stress/,
    ["2023-07-01", "2023-07-20"],
    "stress",
    20,
    "both",
  ],
  [
    "connect/steps-daily-range.json",
    /stats\/steps/,
    ["2023-07-01", "2023-07-20"],
    "steps",
    20,
    "both",
  ],
  ["connect/weight-range.json", /weight\/range/, ["2025-06-01", "2025-06-15"], "weight", 3, "both"],
  [
    "connect-edge/weight-range.empty.json",
    /weight\/range/,
    ["2019-12-18", "2020-01-01"],
    "weight",
    0,
    "both",
  ],
  [
    "connect/body-battery-reports.2025-08-07.json",
    /bodyBattery\/reports/,
    ["2025-08-07", "2025-08-07"],
    "body_battery",
    1,
    "both",
  ],
  [
    "connect-edge/body-battery-reports.sparse.json",
    /bodyBattery\/reports/,
    ["2023-07-01", "2023-07-01"],
    "body_battery",
    0,
    "both",
  ],
  [
    "connect/sleep.wellness-service.2025-08-07.full.json",
    /sleep/,
    ["2025-08-07", "2025-08-07"],
    "sleep",
    1,
    "both",
  ],
  [
    "connect/sleep.sleep-service.2025-07-07.json",
    /sleep/,
    ["2025-07-07", "2025-07-07"],
    "sleep",
    1,
    "both",
  ],
  [
    "connect-edge/sleep.sleep-service.future-empty.json",
    /sleep/,
    ["2029-12-30", "2029-12-31"],
    "sleep",
    0,
    "both",
  ],
  [
    "connect-edge/sleep.wellness-service.2021-07-20.no-scores.json",
    /sleep/,
    ["2021-07-20", "2021-07-20"],
    "sleep",
    1,
    "both",
  ],
  [
    "connect/training-readiness.2025-08-07.json",
    /trainingreadiness/,
    ["2025-08-07", "2025-08-07"],
    "training_readiness",
    1,
    "connect",
  ],
  [
    "connect-edge/training-readiness.empty.json",
    /trainingreadiness/,
    ["2025-08-07", "2025-08-07"],
    "training_readiness",
    0,
    "connect",
  ],
];

describeWithSamples("garmin", "recorded days through the real adapters", () => {
  const cases = RECORDED_DAYS.flatMap(([name, path, days, source, count, ways]) =>
    (ways === "both" ? (["personal", "connect"] as const) : (["connect"] as const)).map(
      (way) => [name, way, path, days, source, count] as const,
    ),
  );
  it.each(cases)("%s by the %s way", async (name, way, path, [from, to], source, count) => {
    const session = way === "connect" ? byTokens(to) : byKey(to);
    const days = await played(name, path, () => session.wellness(range(from, to)));
    const read = days.filter((one) => one.source === `garmin:${source}`);
    expect(read).toHaveLength(count);
    for (const { source: _source, day: _day, ...values } of read) {
      for (const value of Object.values(values)) expect(value).toBeGreaterThan(0);
    }
  });

  it("tells a night as it was recorded, and readiness as it was after waking", async () => {
    const day = range("2025-08-07", "2025-08-07");
    const night = "connect/sleep.wellness-service.2025-08-07.full.json";
    expect(await played(night, /sleep/, () => byKey().wellness(day))).toEqual([
      expect.objectContaining({
        day: "2025-08-07",
        sleepS: 23_220,
        sleepScore: 77,
        hrvRmssdMs: 79,
      }),
    ]);
    const readiness = "connect/training-readiness.2025-08-07.json";
    expect(await played(readiness, /trainingreadiness/, () => byTokens().wellness(day))).toEqual([
      { day: "2025-08-07", source: "garmin:training_readiness", deviceReadiness: 70 },
    ]);
  });
});

describeWithSamples("garmin", "recorded activities through the real adapters", () => {
  const lists = samples
    .names("garmin/connect")
    .filter((name) => /^activities-list\./.test(name))
    .map((name) => `connect/${name}`);

  it.each(lists)("%s", async (name) => {
    for (const session of [byKey(), byTokens()]) {
      const { items } = await played(name, /search\/activities/, () =>
        session.activities({ cursor: null, since: null }),
      );
      const entries = json(name) as { activityId: number; startTimeGMT: string }[];
      expect(items.map(({ externalId }) => externalId)).toEqual(
        entries.map(({ activityId }) => String(activityId)),
      );
      for (const [i, { startedAt, title }] of items.entries()) {
        const gmt = new Date(`${entries[i]?.startTimeGMT.replace(" ", "T")}Z`).getTime();
        // Milliseconds say what the text means.
        expect(Math.abs((startedAt?.getTime() ?? 0) - gmt)).toBeLessThan(1000);
        expect(title).not.toBe("");
      }
    }
  });

  it("reads the status of the primary device, and VO2max", async () => {
    const name = "connect/training-status-aggregated.2025-08-07.json";
    expect(
      await played(name, /trainingstatus/, () =>
        byTokens().trainingStatus(localDate("2025-08-07")),
      ),
    ).toEqual({
      day: "2025-08-07",
      status: "UNPRODUCTIVE_5",
      acuteLoad: 730,
      chronicLoad: 811,
      vo2maxRunning: 62.1,
      vo2maxCycling: 63.1,
    });
    // Asked for the next day, the status is not that day's; VO2max holds.
    expect(
      await played(name, /trainingstatus/, () =>
        byTokens().trainingStatus(localDate("2025-08-08")),
      ),
    ).toMatchObject({ status: null, acuteLoad: null, vo2maxRunning: 62.1 });
  });
});

describeWithSamples("garmin", "every recording in every place", () => {
  const names = ["connect", "connect-edge"].flatMap((folder) =>
    samples.names(`garmin/${folder}`).map((name) => `${folder}/${name}`),
  );

  it.each(names)("%s is read or refused, and never trips anything", async (name) => {
    const week = range("2025-08-05", "2025-08-08");
    for (const session of [byKey(), byTokens()]) {
      const asked: readonly (() => Promise<unknown>)[] = [
        () => session.wellness(week),
        () => session.activities({ cursor: null, since: null }),
        () => session.file("77"),
        () => byTokens().splits("77"),
        () => byTokens().trainingStatus(week.toDay),
      ];
      for (const ask of asked) {
        const outcome = await played(name, /.*/, ask).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(SourceError);
      }
    }
  });
});

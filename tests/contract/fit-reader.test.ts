import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { fileReader } from "@/lib/integrations/files/file-reader";
import type { FileContent } from "@/lib/integrations/ports";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import { type FitActivityInput, writeFitActivity } from "../support/write-fit-activity";

vi.setConfig({ testTimeout: 60_000 });

const START = Date.UTC(2026, 5, 1, 6, 0, 0) / 1000;
const RIDE: FitActivityInput = {
  startEpochS: START,
  utcOffsetS: 7200,
  timer: [
    [0, "start"],
    [20, "stopAll"],
    [50, "start"],
    [119, "stopAll"],
  ],
  sessions: [
    {
      atS: 0,
      durationS: 119,
      totalTimerTime: 89,
      sport: "cycling",
      subSport: "road",
      totalDistance: 850.5,
      normalizedPower: 231,
      thresholdPower: 260,
      workoutRpe: 70,
    },
  ],
  records: Array.from({ length: 120 }, (_, atS) => ({
    atS,
    power: 200 + atS,
    heartRate: 120 + (atS % 40),
    cadence: 85,
    enhancedSpeed: 8.5,
    enhancedAltitude: 430.4,
    distance: atS * 7.1,
    positionLat: 560_000_000 + atS,
    positionLong: 100_000_000,
    temperature: 21,
  })),
  laps: [{ atS: 0, totalElapsedTime: 60, totalTimerTime: 60, avgPower: 229, lapTrigger: "manual" }],
};
const RIDE_BYTES = writeFitActivity(RIDE);

async function read(bytes: Uint8Array): Promise<FileContent> {
  return fileReader.read(bytes, "file.fit");
}

async function only(bytes: Uint8Array): Promise<RecordedActivity> {
  const content = await read(bytes);
  if (content.kind !== "activities") throw new Error(`refused: ${JSON.stringify(content)}`);
  const [activity] = content.activities;
  if (activity === undefined || content.activities.length > 1) throw new Error("not one");
  return activity;
}

describe("a FIT activity written by the SDK", () => {
  it("comes back with its values, units, pauses and clock", async () => {
    const ride = await only(RIDE_BYTES);
    expect(ride).toMatchObject({
      sport: "cycling",
      subSport: "road",
      startEpochS: START,
      utcOffsetS: 7200,
      elapsedS: 119,
      timerS: 89,
      distanceM: 850.5,
      isIndoor: false,
      pauses: [{ fromS: 20, toS: 50 }],
      deviceValues: { normalizedPowerW: 231, ftpW: 260, rpe: 7 },
      notes: [],
    });
    const { channels, timeS } = ride.samples;
    expect(timeS).toEqual(Float64Array.from({ length: 120 }, (_, i) => i));
    expect(channels.powerW?.[119]).toBe(319);
    expect(channels.heartRateBpm?.[45]).toBe(125);
    expect(channels.speedMps?.[3]).toBe(8.5);
    expect(channels.altitudeM?.[3]).toBeCloseTo(430.4, 9);
    expect(channels.distanceM?.[10]).toBe(71);
    expect(channels.latitudeDeg?.[0]).toBeCloseTo(46.939, 2);
    expect(channels.temperatureC?.[0]).toBe(21);
    expect(ride.laps).toMatchObject([
      { startS: 0, elapsedS: 60, avgPowerW: 229, trigger: "manual" },
    ]);
  });

  it("takes the report of the time from those that the device had got of the weather", async () => {
    const report = { weatherReport: "current", relativeHumidity: 60 };
    const weather = [
      { ...report, atS: -3 * 3600, temperature: 4 },
      { ...report, atS: -600, temperature: 9, windSpeed: 2.5, windDirection: 315 },
      { ...report, atS: 60, temperature: 11, windSpeed: 3, windDirection: 0 },
      { atS: 60, weatherReport: "hourlyForecast", temperature: 30 },
    ];
    const ride = await only(writeFitActivity({ ...RIDE, weather }));
    expect(ride.deviceValues).toMatchObject({
      weatherTemperatureC: 11,
      weatherHumidityPercent: 60,
      weatherWindSpeedMps: 3,
      weatherWindFromDeg: 0,
    });
    const [first] = weather;
    const late = await only(writeFitActivity({ ...RIDE, weather: first ? [first] : [] }));
    expect(late.deviceValues.weatherTemperatureC).toBeUndefined();
  });

  it("keeps a missing value missing, never 0", async () => {
    const records = RIDE.records.map(({ power, heartRate, ...rest }, i) =>
      i % 2 === 0 ? { ...rest, heartRate, power } : { ...rest, power },
    );
    const ride = await only(writeFitActivity({ ...RIDE, records }));
    expect(ride.samples.channels.heartRateBpm?.[0]).toBe(120);
    expect(ride.samples.channels.heartRateBpm?.[1]).toBeNaN();
    expect(ride.samples.channels.powerW?.[1]).toBe(201);
  });

  it("merges records of one second and drops impossible times", async () => {
    const split = RIDE.records.flatMap(({ atS, power, ...rest }) => [
      { atS, power },
      { atS, ...rest },
    ]);
    const stray = { atS: 40 * 365 * 86_400, power: 1 };
    const ride = await only(writeFitActivity({ ...RIDE, records: [...split, stray] }));
    expect(ride.samples.timeS).toHaveLength(120);
    expect(ride.samples.channels.powerW?.[7]).toBe(207);
    expect(ride.samples.channels.cadenceRpm?.[7]).toBe(85);
    expect(ride.notes.map(({ code }) => code)).toEqual(["samples_dropped"]);
  });

  it("splits sessions, drops the transition and keeps each part's own samples", async () => {
    const content = await read(
      writeFitActivity({
        ...RIDE,
        sessions: [
          { atS: 0, durationS: 49, sport: "swimming", subSport: "openWater" },
          { atS: 50, durationS: 9, sport: "transition" },
          { atS: 60, durationS: 59, sport: "running" },
        ],
      }),
    );
    if (content.kind !== "activities") throw new Error("refused");
    expect(content.activities.map(({ sport }) => sport)).toEqual(["swimming", "running"]);
    expect(content.activities.map(({ samples }) => samples.timeS.length)).toEqual([50, 60]);
    const [, run] = content.activities;
    expect(run?.startEpochS).toBe(START + 60);
    expect(run?.samples.channels.powerW?.[0]).toBe(260);
    expect(run?.samples.channels.distanceM?.[0]).toBe(0);
  });

  it("rebuilds the summary of a recording that was cut off before its end", async () => {
    const activity = await only(writeFitActivity({ ...RIDE, sessions: [] }));
    expect(activity).toMatchObject({ elapsedS: 119, timerS: 89 });
    expect(activity.distanceM).toBeCloseTo(844.9, 6);
    expect(activity.notes.map(({ code }) => code)).toContain("summary_missing");
  });

  it.each([
    ["strength", "training", "strengthTraining"],
    ["yoga", "training", "yoga"],
    ["rowing", "fitnessEquipment", "indoorRowing"],
    ["rowing", "rowing", "generic"],
    ["team_sport", "volleyball", "generic"],
    ["skiing", "crossCountrySkiing", "generic"],
    ["diving", "diving", "multiGasDiving"],
    ["hiking", "hiking", "generic"],
    ["walking", "walking", "generic"],
    ["running", "running", "treadmill"],
    ["swimming", "swimming", "lapSwimming"],
    ["cycling", "eBiking", "generic"],
    ["other", "golf", "generic"],
  ])("calls it %s: %s, %s", async (sport, fitSport, subSport) => {
    const sessions = [{ atS: 0, durationS: 119, sport: fitSport, subSport }];
    expect((await only(writeFitActivity({ ...RIDE, sessions }))).sport).toBe(sport);
  });

  it("keeps the depth of a dive where the session tells it", async () => {
    const dive = { atS: 0, durationS: 119, sport: "diving", maxDepth: 17.6, avgDepth: 11.3 };
    const { deviceValues } = await only(writeFitActivity({ ...RIDE, sessions: [dive] }));
    expect(deviceValues).toMatchObject({ maxDepthM: 17.6, avgDepthM: 11.3 });
  });
});

describe("FIT files that are no activity", () => {
  it.each([
    ["settings", "fit_settings", "This is a settings file from your device; it holds no activity."],
    ["workout", "fit_workout", "This is a planned workout; it holds no activity."],
    ["course", "fit_course", "This is a course to follow; it holds no activity."],
    ["monitoringB", "fit_monitoring", "This is an all-day monitoring file; it holds no activity."],
    ["goals", "fit_goals", "This is a goals file from your device; it holds no activity."],
    ["totals", "fit_totals", "This is a file of your device's totals; it holds no activity."],
    ["segment", "fit_segment", "This is a segment to race; it holds no activity."],
  ])("refuses a %s file by name", async (fileType, code, reason) => {
    const content = await read(writeFitActivity({ ...RIDE, fileType, sessions: [] }));
    expect(content).toEqual({ kind: "refused", code, reason });
  });

  it("tells apart nothing recorded, one point and no clock", async () => {
    const empty = writeFitActivity({ ...RIDE, sessions: [], records: [] });
    expect(await read(empty)).toMatchObject({ code: "fit_no_activity" });
    const point = writeFitActivity({ ...RIDE, sessions: [], records: RIDE.records.slice(0, 1) });
    expect(await read(point)).toMatchObject({ code: "fit_single_point" });
    const powerOn = Date.UTC(1989, 11, 31, 0, 1) / 1000;
    const clockless = writeFitActivity({ ...RIDE, utcOffsetS: 0, startEpochS: powerOn });
    expect(await read(clockless)).toMatchObject({ code: "fit_clock_not_set" });
  });
});

describe("damaged FIT files", () => {
  it("keeps what a truncated file still holds and says that it is partial", async () => {
    const content = await read(RIDE_BYTES.subarray(0, Math.floor(RIDE_BYTES.length / 2)));
    if (content.kind !== "activities") throw new Error("refused");
    expect(content.partialReason).toMatch(/ends too early/);
    const count = content.activities[0]?.samples.timeS.length ?? 0;
    expect(count).toBeGreaterThan(20);
    expect(count).toBeLessThan(100);
  });

  it("keeps the samples of a device that lost power and never wrote the length", async () => {
    const bytes = RIDE_BYTES.slice(0, -200);
    bytes.fill(0, 4, 8);
    const content = await read(bytes);
    expect(content).toMatchObject({ kind: "activities", partialReason: expect.any(String) });
  });

  it("flags a wrong checksum", async () => {
    const bytes = RIDE_BYTES.slice();
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 0xff;
    const content = await read(bytes);
    expect(content).toMatchObject({ partialReason: expect.stringMatching(/checksum/) });
  });

  it("reads chained files as parts of one", async () => {
    const second = writeFitActivity({ ...RIDE, startEpochS: START + 3600 });
    const content = await read(Buffer.concat([RIDE_BYTES, second]));
    if (content.kind !== "activities") throw new Error("refused");
    expect(content.activities.map(({ startEpochS }) => startEpochS - START)).toEqual([0, 3600]);
    expect(content.activities.map(({ samples }) => samples.timeS.length)).toEqual([120, 120]);
  });

  it("has an outcome for every truncation", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: RIDE_BYTES.length }), async (length) => {
        expectOutcome(await read(RIDE_BYTES.subarray(0, length)));
      }),
      { numRuns: 150 },
    );
  });

  it("has an outcome for every set of flipped bits", async () => {
    const flip = fc.record({ at: fc.nat({ max: RIDE_BYTES.length - 1 }), bit: fc.nat({ max: 7 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 30 }), async (flips) => {
        const bytes = RIDE_BYTES.slice();
        for (const { at, bit } of flips) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        expectOutcome(await read(bytes));
      }),
      { numRuns: 250 },
    );
  });

  it("has an outcome for arbitrary bytes behind a FIT header", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (tail) => {
        expectOutcome(await read(Buffer.concat([RIDE_BYTES.subarray(0, 14), tail])));
      }),
      { numRuns: 150 },
    );
  });
});

/** Never an exception, never nonsense: a refusal with a sentence, or activities that make sense. */
function expectOutcome(content: FileContent): void {
  if (content.kind === "refused") {
    expect(content.reason).toMatch(/^[A-Z].+\.$/);
    return;
  }
  if (content.kind !== "activities") throw new Error("a FIT file is no wellness day");
  expect(content.activities.length).toBeGreaterThan(0);
  for (const { samples, elapsedS, timerS, startEpochS } of content.activities) {
    expect(Number.isFinite(startEpochS)).toBe(true);
    expect(elapsedS).toBeGreaterThanOrEqual(0);
    expect(elapsedS).toBeLessThanOrEqual(48 * 3600 + 3600);
    expect(timerS).toBeLessThanOrEqual(elapsedS);
    const { timeS } = samples;
    expect(timeS.every((t, i) => i === 0 || t > (timeS[i - 1] ?? 0))).toBe(true);
  }
}

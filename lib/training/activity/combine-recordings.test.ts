import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChannelName, RecordedActivity } from "./activity-types";
import { type CombinedField, combineRecordings, type Recording } from "./combine-recordings";
import { resampleToOneHertz } from "./resample-to-one-hertz";

const START = 1_767_000_000;
const HOUR = 3600;

type Columns = { readonly [Name in ChannelName]?: (second: number) => number };

function recording(
  key: string,
  columns: Columns,
  changes: Partial<RecordedActivity> & { lengthS?: number; isPartial?: boolean } = {},
): Recording {
  const { lengthS = HOUR, isPartial = false, ...rest } = changes;
  const timeS = Float64Array.from({ length: lengthS }, (_, s) => s);
  const channels = Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [name, timeS.map(value)]),
  );
  return {
    key,
    isPartial,
    recorded: {
      sport: "cycling",
      subSport: null,
      title: null,
      startEpochS: START,
      utcOffsetS: null,
      elapsedS: lengthS,
      timerS: lengthS,
      distanceM: null,
      isIndoor: false,
      poolLengthM: null,
      samples: { timeS, channels },
      pauses: [],
      laps: [],
      lengths: [],
      sets: [],
      device: { manufacturer: key, product: null, serial: null },
      deviceValues: {},
      notes: [],
      ...rest,
    },
  };
}

const computer = recording(
  "computer",
  {
    powerW: (s) => 200 + (s % 7),
    speedMps: () => 8,
    cadenceRpm: () => 90,
    altitudeM: (s) => s / 100,
  },
  { distanceM: 28_800, deviceValues: { avgPowerW: 203, ftpW: 260 } },
);
const watch = recording(
  "watch",
  { heartRateBpm: (s) => 120 + (s % 5), speedMps: () => 7.9, altitudeM: () => 0 },
  {
    startEpochS: START + 30,
    lengthS: HOUR - 30,
    deviceValues: { avgHeartRateBpm: 122, avgPowerW: 0, aerobicTrainingEffect: 3.1 },
  },
);

function winsOf(recordings: readonly Recording[]): Partial<Record<CombinedField, string>> {
  return Object.fromEntries(combineRecordings(recordings).wins.map((win) => [win.field, win.key]));
}

describe("combineRecordings", () => {
  it("takes power from the bike computer and heart rate from the watch", () => {
    expect(winsOf([watch, computer])).toEqual({
      clock: "computer",
      power: "computer",
      heartRate: "watch",
      speed: "computer",
      cadence: "computer",
      altitude: "computer",
    });
    const { wins } = combineRecordings([watch, computer]);
    expect(wins.find((win) => win.field === "heartRate")).toMatchObject({
      code: "only",
      text: "No other recording has it.",
    });
  });

  it("puts the other's seconds on the clock of the first", () => {
    const { recorded } = combineRecordings([computer, watch]);
    const { channels } = resampleToOneHertz(recorded.samples, recorded.elapsedS, []);
    const heartRate = channels.heartRateBpm;
    expect(recorded.startEpochS).toBe(START);
    expect([...(heartRate?.valid.slice(28, 32) ?? [])]).toEqual([0, 0, 1, 1]);
    expect(heartRate?.values[30]).toBe(120);
    expect(heartRate?.values[34]).toBe(124);
    expect(channels.powerW?.values[6]).toBe(206);
    expect(channels.powerW?.valid.reduce((sum, valid) => sum + valid, 0)).toBe(HOUR);
  });

  it("lets what a device worked out follow the channel it was worked out of", () => {
    const { recorded } = combineRecordings([computer, watch]);
    expect(recorded.deviceValues).toEqual({
      avgPowerW: 203,
      ftpW: 260,
      avgHeartRateBpm: 122,
      aerobicTrainingEffect: 3.1,
    });
    expect(recorded.device.manufacturer).toBe("computer");
    expect(recorded.notes.map((note) => note.code)).toEqual(["combined_recordings"]);
  });

  it("keeps the workout that any of the devices followed, the clock's first", () => {
    const following = (from: Recording, title: string): Recording => ({
      ...from,
      recorded: { ...from.recorded, workout: { title, steps: [] } },
    });
    const titleOf = (...recordings: readonly Recording[]) =>
      combineRecordings(recordings).recorded.workout?.title;
    const [onComputer, onWatch] = [following(computer, "A"), following(watch, "B")];
    expect(titleOf(computer, onWatch)).toBe("B");
    expect(titleOf(onComputer, watch)).toBe("A");
    const clock = combineRecordings([computer, watch]).baseKey;
    expect(titleOf(onComputer, onWatch)).toBe(clock === computer.key ? "A" : "B");
    expect(titleOf(computer, watch)).toBeUndefined();
  });

  it("takes a device's speed and cadence from where those channels come from", () => {
    const plain = recording(
      "plain",
      { powerW: () => 200, heartRateBpm: () => 130 },
      { deviceValues: { avgSpeedMps: 9, avgCadenceRpm: 60, maxPowerW: 210 } },
    );
    const pod = recording(
      "pod",
      { speedMps: () => 8, cadenceRpm: () => 88 },
      { lengthS: HOUR - 30, deviceValues: { avgSpeedMps: 8, avgCadenceRpm: 88, maxPowerW: 1 } },
    );
    expect(combineRecordings([plain, pod]).recorded.deviceValues).toEqual({
      ...{ avgSpeedMps: 8, avgCadenceRpm: 88, maxPowerW: 210 },
    });
  });

  it("leaves a recording as it is when the others have nothing to add", () => {
    const track = recording("track", { altitudeM: (s) => s / 100 });
    const { recorded, wins } = combineRecordings([track, computer]);
    expect(recorded.samples).toBe(computer.recorded.samples);
    expect(recorded).toEqual(computer.recorded);
    expect(new Set(wins.map((win) => win.key))).toEqual(new Set(["computer"]));
  });

  it("prefers another's field only when it covers clearly more", () => {
    const having = (share: number) => (s: number) => (s < HOUR * share ? 140 : Number.NaN);
    const full = { powerW: () => 200, speedMps: () => 8 };
    const holes = recording("a", { ...full, heartRateBpm: having(0.6) });
    const better = recording("b", { heartRateBpm: having(0.95) });
    const littleBetter = recording("b", { heartRateBpm: having(0.65) });
    expect(winsOf([holes, better]).heartRate).toBe("b");
    expect(winsOf([holes, littleBetter]).heartRate).toBe("a");
    expect(combineRecordings([holes, better]).wins).toContainEqual({
      field: "heartRate",
      key: "b",
      code: "covers_more",
      text: "Covers 95 % of the activity, the next 60 %.",
    });
  });

  it("counts a channel of zeros as a sensor that was not there", () => {
    const dead = recording("a", { powerW: () => 0, speedMps: () => 8, altitudeM: () => 0 });
    const alive = recording("b", { powerW: () => 210 });
    expect(winsOf([dead, alive])).toMatchObject({ clock: "a", power: "b", altitude: "a" });
    const { coverage } = combineRecordings([dead, alive]);
    expect(coverage.get("a")).toEqual({ speed: HOUR, altitude: HOUR });
  });

  it("takes nothing from a file that ends early while there is a whole one", () => {
    const part = recording(
      "part",
      { powerW: () => 250, heartRateBpm: () => 150, speedMps: () => 9 },
      { isPartial: true },
    );
    expect(new Set(Object.values(winsOf([part, watch])))).toEqual(new Set(["watch"]));
  });

  it("does not depend on the order in which the recordings came", () => {
    const third = recording("track", { latitudeDeg: () => 45, longitudeDeg: () => 6 });
    const inOrder = combineRecordings([computer, watch, third]);
    fc.assert(
      fc.property(fc.shuffledSubarray([computer, watch, third], { minLength: 3 }), (shuffled) => {
        expect(combineRecordings(shuffled)).toEqual(inOrder);
      }),
      { numRuns: 10 },
    );
  });

  it("refuses to make an activity of nothing", () => {
    expect(() => combineRecordings([])).toThrow(RangeError);
  });
});

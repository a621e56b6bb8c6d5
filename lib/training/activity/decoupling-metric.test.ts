import { describe, expect, it } from "vitest";
import type { AthleteSettings, RecordedActivity } from "./activity-types";
import { analyzeActivity } from "./analyze-activity";
import type { Sport } from "./sports";

const HOUR = 3600;
const SETTINGS: AthleteSettings = {
  sex: "f",
  gradedPaceModel: "observed",
  weightKg: 60,
  ftpW: 250,
  thresholdHeartRateBpm: 165,
  maxHeartRateBpm: 185,
  restingHeartRateBpm: 50,
  thresholdSpeedMps: 4,
  criticalSwimSpeedMps: null,
};

/** An hour in which the heart beats faster in the second half at the same output. */
function hour(sport: Sport, isIndoor: boolean, channels: readonly string[]): RecordedActivity {
  const at = (value: (second: number) => number) =>
    Float64Array.from({ length: HOUR }, (_, s) => value(s));
  const all: Record<string, Float64Array> = {
    powerW: at(() => 180),
    heartRateBpm: at((s) => (s < 1950 ? 140 : 147)),
    speedMps: at(() => 3),
    distanceM: at((s) => 3 * s),
    altitudeM: at(() => 100),
  };
  return {
    sport,
    subSport: null,
    title: null,
    startEpochS: 1_700_000_000,
    utcOffsetS: 0,
    elapsedS: HOUR,
    timerS: HOUR,
    distanceM: 3 * HOUR,
    isIndoor,
    poolLengthM: null,
    samples: {
      timeS: at((s) => s),
      channels: Object.fromEntries(channels.map((name) => [name, all[name] as Float64Array])),
    },
    pauses: [],
    laps: [],
    lengths: [],
    sets: [],
    device: { manufacturer: null, product: null, serial: null },
    deviceValues: {},
    notes: [],
  };
}

const decouplingOf = (sport: Sport, isIndoor: boolean, channels: readonly string[]) =>
  analyzeActivity(hour(sport, isIndoor, channels), SETTINGS).metrics.aerobicDecoupling;

describe("aerobic decoupling of an activity", () => {
  it("is measured by power on a ride and by graded speed on a run", () => {
    // The same output at 140 and then at 147 beats: 1 - 140/147.
    const ride = decouplingOf("cycling", false, ["powerW", "heartRateBpm"]);
    expect(ride).toMatchObject({ unit: "%", formula: "DEC-1@1" });
    expect(ride?.value).toBeCloseTo(4.762, 3);
    const run = decouplingOf("running", false, [
      "speedMps",
      "distanceM",
      "heartRateBpm",
      "altitudeM",
    ]);
    expect(run?.value).toBeCloseTo(4.762, 3);
  });

  it("says why there is none", () => {
    const noPower = decouplingOf("cycling", false, ["speedMps", "heartRateBpm"]);
    expect(noPower).toMatchObject({ value: null, reason: "No power was recorded." });
    const noHeart = decouplingOf("cycling", false, ["powerW"]);
    expect(noHeart).toMatchObject({ value: null, reason: "No heart rate was recorded." });
    const noHills = decouplingOf("running", false, ["speedMps", "distanceM", "heartRateBpm"]);
    expect(noHills?.reason).toMatch(/Altitude is missing/);
  });

  it("needs no altitude on a treadmill", () => {
    const channels = ["speedMps", "distanceM", "heartRateBpm"];
    expect(decouplingOf("running", true, channels)?.value).toBeCloseTo(4.762, 3);
  });

  it("is no metric of other sports", () => {
    expect(decouplingOf("rowing", false, ["powerW", "heartRateBpm"])).toBeUndefined();
  });
});

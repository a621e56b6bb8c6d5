import { describe, expect, it } from "vitest";
import type { Channel, GradedPaceModel, Streams } from "../activity/activity-types";
import type { Sport } from "../activity/sports";
import { activityCurves } from "./activity-curves";
import { CURVE_DURATIONS_S } from "./mean-maximal-curve";

const channel = (values: readonly (number | null)[]): Channel => ({
  values: Float64Array.from(values, (value) => value ?? 0),
  valid: Uint8Array.from(values, (value) => (value === null ? 0 : 1)),
});
const steady = (value: number, seconds: number) => Array<number>(seconds).fill(value);

function curvesOf(
  sport: Sport,
  channels: Streams["channels"],
  isIndoor = false,
  gradedPaceModel: GradedPaceModel = "observed",
) {
  const lengthS = Object.values(channels)[0]?.values.length ?? 0;
  const streams = { lengthS, timerOn: new Uint8Array(lengthS).fill(1), channels };
  const athlete = { weightKg: 70, gradedPaceModel } as const;
  const curves = activityCurves({ sport, isIndoor, timerS: lengthS }, streams, athlete);
  return {
    kinds: curves.map(({ kind }) => kind),
    at: (kind: string, durationS: number) =>
      curves.find((curve) => curve.kind === kind)?.bests[CURVE_DURATIONS_S.indexOf(durationS)],
  };
}

describe("activityCurves", () => {
  it("has a curve of each thing that was recorded, hills taken out of a run", () => {
    // 10 % up all the way: 3 m/s are worth 1.48 times as much on the flat.
    const distanceM = channel(Array.from({ length: 600 }, (_, s) => 3 * s));
    const altitudeM = channel(Array.from({ length: 600 }, (_, s) => 100 + 0.3 * s));
    const speedMps = channel(steady(3, 600));
    const run = curvesOf("running", { speedMps, distanceM, altitudeM });
    expect(run.kinds).toEqual(["speed", "graded_speed"]);
    expect(run.at("speed", 300)).toBeCloseTo(3, 9);
    expect(run.at("graded_speed", 300)).toBeCloseTo(3 * 1.48, 1);
    const byEnergy = curvesOf("running", { speedMps, distanceM, altitudeM }, false, "energy_cost");
    expect(byEnergy.at("graded_speed", 300)).toBeCloseTo((3 * 5.968214) / 3.6, 1);
    const ride = curvesOf("cycling", { speedMps, heartRateBpm: channel(steady(140, 600)) });
    expect(ride.kinds).toEqual(["heart_rate", "speed"]);
  });

  it("counts a gap in power as nothing done, and lets none of the other curves cross it", () => {
    const holed = channel([...steady(200, 60), null, ...steady(200, 59)]);
    const ride = curvesOf("cycling", { powerW: holed, heartRateBpm: holed });
    expect(ride.at("power", 120)).toBeCloseTo((119 * 200) / 120, 9);
    expect(ride.at("heart_rate", 60)).toBe(200);
    expect(ride.at("heart_rate", 75)).toBeUndefined();
  });

  it("has the power of a ride after each step of work, a run has none", () => {
    // 70 kg: 10 kJ/kg are 700 kJ, reached after 3500 s at 200 W.
    const powerW = channel([...steady(200, 3500), ...steady(150, 600)]);
    const ride = curvesOf("cycling", { powerW });
    expect(ride.kinds).toEqual(["power", "power_after_10"]);
    expect([ride.at("power", 600), ride.at("power_after_10", 600)]).toEqual([200, 150]);
    expect(curvesOf("running", { powerW }).kinds).toEqual(["power"]);
  });

  it("keeps a sprint and leaves out what no legs gave", () => {
    const sprint = [300, 700, 1000, 950, 800, 400];
    const ride = curvesOf("cycling", { powerW: channel([...steady(150, 60), ...sprint]) });
    expect(ride.at("power", 1)).toBe(1000);
    const spiked = [...steady(150, 30), 1400, ...steady(150, 30), 1900, 1900, ...steady(150, 30)];
    expect(curvesOf("cycling", { powerW: channel(spiked) }).at("power", 1)).toBe(150);
  });

  it("makes no record of a jump of the position", () => {
    const leap = curvesOf("running", {
      speedMps: channel([...steady(3, 100), 9, ...steady(3, 100)]),
    });
    expect(leap.at("speed", 1)).toBe(3);
    // 60 s at 11 m/s is faster than anybody ever was, though no second of it is.
    const drive = curvesOf("running", {
      speedMps: channel([...steady(3, 300), ...steady(11, 60), ...steady(3, 300)]),
    });
    expect(drive.at("speed", 60)).toBe(3);
    const descent = curvesOf("cycling", { speedMps: channel(steady(20, 120)) });
    expect(descent.at("speed", 60)).toBe(20);
  });

  it("has no curve of nothing, and no speed in a pool", () => {
    expect(curvesOf("strength", {}).kinds).toEqual([]);
    expect(curvesOf("cycling", { powerW: channel(steady(0, 60)) }).kinds).toEqual([]);
    expect(curvesOf("swimming", { speedMps: channel(steady(1, 60)) }, true).kinds).toEqual([]);
    expect(curvesOf("swimming", { speedMps: channel(steady(1, 60)) }).kinds).toEqual(["speed"]);
  });
});

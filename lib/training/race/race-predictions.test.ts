import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { racePredictionCameron } from "./race-prediction-cameron";
import { racePredictionRiegel } from "./race-prediction-riegel";
import { raceTimeAtVdot } from "./race-time-at-vdot";
import { vdot } from "./vdot";

const MARATHON_M = 42_195;
const clock = (minutes: number, seconds: number) => minutes * 60 + seconds;

describe("vdot", () => {
  it.each([
    [5000, 1200, 49.8062],
    [10_000, 2700, 45.263],
    [10_000, clock(41, 21), 49.9671],
    [21_097.5, clock(91, 35), 49.96],
    [MARATHON_M, 10_800, 53.5283],
    [MARATHON_M, 12_600, 44.5535],
    [1500, 300, 54.4566],
    [3000, 600, 58.8492],
  ])("%s m in %s s", (distanceM, durationS, expected) => {
    expect(vdot(distanceM, durationS)).toBeCloseTo(expected, 3);
  });

  it.each([
    [clock(30, 40), 30],
    [clock(24, 8), 40],
    [clock(19, 57), 50],
    [clock(17, 3), 60],
    [clock(14, 55), 70],
    [clock(13, 18), 80],
  ])("agrees with published 5 km times (%s s)", (durationS, expected) => {
    expect(Math.abs((vdot(5000, durationS) ?? 0) - expected)).toBeLessThanOrEqual(0.1);
  });

  it("has no value where the formula does not hold", () => {
    expect(vdot(800, 120)).toBeNull();
    expect(vdot(100_000, 15_000)).toBeNull();
    expect(vdot(500, 900)).toBeNull();
    expect(vdot(5000, 0)).toBeNull();
  });

  it.each([
    [1500, clock(5, 23.7)],
    [3000, clock(11, 32.8)],
    [5000, clock(19, 56)],
    [10_000, clock(41, 19.6)],
    [21_097.5, clock(91, 31)],
    [MARATHON_M, clock(190, 40)],
  ])("50 stands for the published time over %s m", (distanceM, durationS) => {
    expect(Math.abs((raceTimeAtVdot(50, distanceM) ?? 0) - durationS)).toBeLessThan(1);
  });

  it("is undone by its inverse", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1500, 3000, 5000, 10_000, 21_097.5),
        fc.double({ min: 31, max: 79, noNaN: true }),
        (distanceM, value) => {
          const durationS = raceTimeAtVdot(value, distanceM);
          if (durationS === null) return;
          expect(vdot(distanceM, durationS)).toBeCloseTo(value, 3);
        },
      ),
    );
    expect(raceTimeAtVdot(50, 200)).toBeNull();
    expect(raceTimeAtVdot(20, MARATHON_M)).toBeNull();
  });
});

describe("race predictions from 5 km in 20:00", () => {
  it.each([
    [1500, 334.9113, 322.0622],
    [10_000, 2501.9178, 2499.6614],
    [21_097.5, 5520.2392, 5511.2205],
    [MARATHON_M, 11_509.3207, 11_711.4682],
  ])("%s m", (targetM, riegel, cameron) => {
    expect(racePredictionRiegel(5000, 1200, targetM)).toBeCloseTo(riegel, 3);
    expect(racePredictionCameron(5000, 1200, targetM)).toBeCloseTo(cameron, 3);
  });

  it("keep the race itself", () => {
    expect(racePredictionRiegel(5000, 1200, 5000)).toBe(1200);
    expect(racePredictionCameron(5000, 1200, 5000)).toBeCloseTo(1200, 9);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hrss, reserveThreshold } from "./hrss";
import { streamTrimp, trimp } from "./trimp";

const RANGE = { restingBpm: 50, maximumBpm: 190 };

describe("trimp", () => {
  it("works the published example", () => {
    expect(trimp(1800, 130, { restingBpm: 40, maximumBpm: 200 }, "m")).toBeCloseTo(
      31.802539151507663,
      9,
    );
  });

  it("uses the original constant for women, not the common simplification", () => {
    expect(trimp(3600, 150, RANGE, "m")).toBeCloseTo(108.09535934022335, 9);
    expect(trimp(3600, 150, RANGE, "f")).toBeCloseTo(121.4990663906425, 9);
    const simplified = 90.41790987210604;
    expect(Math.abs((trimp(3600, 150, RANGE, "f") ?? 0) - simplified)).toBeGreaterThan(30);
  });

  it("is 0 at rest and has no value when rest is above the maximum", () => {
    expect(trimp(3600, 40, RANGE, "m")).toBe(0);
    expect(trimp(3600, 150, { restingBpm: 190, maximumBpm: 190 }, "m")).toBeNull();
  });

  it("weighs the effort second by second: uneven costs more than its average", () => {
    const values = new Float64Array(3600);
    values.fill(120, 0, 1800).fill(180, 1800);
    const on = new Uint8Array(3600).fill(1);
    const uneven = streamTrimp({ values, valid: on }, on, RANGE, "m") ?? 0;
    expect(uneven).toBeGreaterThan(trimp(3600, 150, RANGE, "m") ?? 0);
    const halves = (trimp(1800, 120, RANGE, "m") ?? 0) + (trimp(1800, 180, RANGE, "m") ?? 0);
    expect(uneven).toBeCloseTo(halves, 6);
  });

  it("adds nothing for missing or paused seconds", () => {
    const values = new Float64Array(60).fill(150);
    const half = new Uint8Array(60).fill(1, 0, 30);
    const all = new Uint8Array(60).fill(1);
    const expected = trimp(30, 150, RANGE, "m") ?? 0;
    expect(streamTrimp({ values, valid: half }, all, RANGE, "m")).toBeCloseTo(expected, 9);
    expect(streamTrimp({ values, valid: all }, half, RANGE, "m")).toBeCloseTo(expected, 9);
  });

  it("rises with heart rate", () => {
    const bpm = fc.integer({ min: 51, max: 189 });
    fc.assert(
      fc.property(bpm, fc.constantFrom("m" as const, "f" as const), (heartRate, sex) => {
        const low = trimp(3600, heartRate, RANGE, sex) ?? 0;
        expect(trimp(3600, heartRate + 1, RANGE, sex) ?? 0).toBeGreaterThan(low);
      }),
    );
  });
});

describe("hrss", () => {
  it("works elevate's published examples", () => {
    const range = { restingBpm: 60, maximumBpm: 190 };
    expect(Math.floor(hrss(333, 163, range, "m") ?? 0)).toBe(239);
    expect(Math.floor(hrss(333, 170.5, range, "m") ?? 0)).toBe(199);
    expect(reserveThreshold(range)).toBeCloseTo(170.5, 9);
  });

  it("is 100 for an hour at threshold, for everyone", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 35, max: 80 }),
        fc.integer({ min: 150, max: 215 }),
        fc.double({ min: 0.3, max: 0.98, noNaN: true }),
        fc.constantFrom("m" as const, "f" as const),
        (restingBpm, maximumBpm, share, sex) => {
          const range = { restingBpm, maximumBpm };
          const threshold = restingBpm + share * (maximumBpm - restingBpm);
          const hour = trimp(3600, threshold, range, sex) ?? 0;
          expect(hrss(hour, threshold, range, sex)).toBeCloseTo(100, 9);
        },
      ),
    );
  });

  it("has no value when the threshold is at rest", () => {
    expect(hrss(100, 50, RANGE, "m")).toBeNull();
  });
});

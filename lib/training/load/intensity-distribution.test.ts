import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intensityDistribution } from "./intensity-distribution";
import { polarisationIndex } from "./polarisation-index";

describe("polarisationIndex", () => {
  it.each([
    [0.75, 0.05, 0.2, 2.4771],
    [0.9, 0.04, 0.06, 2.1303],
    [0.7, 0, 0.3, 3.3222],
  ])("%s / %s / %s", (z1, z2, z3, expected) => {
    expect(polarisationIndex({ z1, z2, z3 })).toBeCloseTo(expected, 4);
  });

  it("is not defined when the order of the zones is another, or hard time is next to none", () => {
    expect(polarisationIndex({ z1: 0.8, z2: 0.15, z3: 0.05 })).toBeNull();
    expect(polarisationIndex({ z1: 0.3, z2: 0.1, z3: 0.6 })).toBeNull();
    expect(polarisationIndex({ z1: 0.995, z2: 0, z3: 0.005 })).toBeNull();
  });
});

describe("intensityDistribution", () => {
  it.each([
    ["polarised", [75, 5, 20]],
    ["pyramidal", [80, 15, 5]],
    ["threshold", [60, 30, 10]],
    ["high-intensity", [30, 10, 60]],
    ["base", [95, 5, 0]],
    ["mixed", [50, 24, 26]],
  ] as const)("%s", (shape, seconds) => {
    expect(intensityDistribution(seconds)?.shape).toBe(shape);
  });

  it("has no value without time, and does not depend on how long the period is", () => {
    expect(intensityDistribution([0, 0, 0])).toBeNull();
    const seconds = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(seconds, seconds, seconds, (a, b, c) => {
        const once = intensityDistribution([a, b, c]);
        const twice = intensityDistribution([2 * a, 2 * b, 2 * c]);
        expect(twice).toEqual(once);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneRepetitionMaximum } from "./one-repetition-maximum";

describe("oneRepetitionMaximum", () => {
  it("adds a thirtieth of the weight for each repetition", () => {
    expect(oneRepetitionMaximum(100, 5)).toBeCloseTo(116.667, 3);
    expect(oneRepetitionMaximum(60, 10)).toBeCloseTo(80, 9);
  });

  it("is the weight itself when it was lifted once", () => {
    expect(oneRepetitionMaximum(120, 1)).toBe(120);
  });

  it("has no value beyond ten repetitions, nor without a weight or a count", () => {
    for (const [weight, repetitions] of [
      [60, 11],
      [60, 0],
      [60, 2.5],
      [0, 5],
      [null, 5],
      [60, null],
    ] as const) {
      expect(oneRepetitionMaximum(weight, repetitions)).toBeNull();
    }
  });

  it("grows with weight and repetitions", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 9 }), (kg, count) => {
        const here = oneRepetitionMaximum(kg, count) ?? 0;
        expect(oneRepetitionMaximum(kg, count + 1)).toBeGreaterThan(here);
        expect(oneRepetitionMaximum(kg + 1, count)).toBeGreaterThan(here);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { loadAfterBreak } from "./load-after-break";
import { trainingDays } from "./training-days";

/** A year at 50 a day, then what follows: [load, days] each; the last 29 days of it. */
function lastDays(...after: readonly (readonly [load: number, days: number])[]) {
  const load = [[50, 365] as const, ...after].flatMap(([each, days]) =>
    Array<number>(days).fill(each),
  );
  return trainingDays(Float64Array.from(load)).slice(-29);
}

describe("loadAfterBreak", () => {
  it("holds a careful week against what three weeks off have left", () => {
    // exp(-21/42) of the fitness of 50 is left: 30.3.
    expect(loadAfterBreak(lastDays([0, 21], [22, 7]))).toBeCloseTo(22 / (50 * Math.exp(-0.5)), 2);
  });

  it("asks for four fifths after a week off, though more fitness is left (PLN-15)", () => {
    expect(loadAfterBreak(lastDays([0, 7], [50, 7]))).toBeCloseTo(1.25, 2);
    expect(loadAfterBreak(lastDays([0, 7], [38, 7]))).toBeCloseTo(0.95, 2);
  });

  it("knows no break in six days off, in easy weeks, or with less than 29 known days", () => {
    expect(loadAfterBreak(lastDays([0, 6], [50, 7]))).toBeNull();
    expect(loadAfterBreak(lastDays([12, 21], [50, 7]))).toBeNull();
    expect(loadAfterBreak(lastDays([0, 7], [50, 7]).slice(1))).toBeNull();
  });

  it("goes on counting days off through a walk", () => {
    expect(loadAfterBreak(lastDays([0, 4], [4, 1], [0, 4], [30, 7]))).not.toBeNull();
    expect(loadAfterBreak(lastDays([0, 4], [20, 1], [0, 4], [30, 7]))).toBeNull();
  });

  it("has nothing to hold against where there was no training at all", () => {
    const nothing = Array.from({ length: 29 }, () => ({ load: 0, fitness: 0 }));
    expect(loadAfterBreak(nothing)).toBeNull();
  });
});

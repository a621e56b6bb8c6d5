import { describe, expect, it } from "vitest";
import { workBalance } from "./work-balance";

const CP = { criticalPowerW: 250, wPrimeJ: 20_000 };
const ride = (...parts: readonly (readonly [watts: number, seconds: number])[]) => {
  const values = Float64Array.from(
    parts.flatMap(([watts, seconds]) => Array<number>(seconds).fill(watts)),
  );
  return { values, valid: new Uint8Array(values.length).fill(1) };
};

describe("workBalance", () => {
  it("says how low it went, when, and how often it was drawn on", () => {
    const told = workBalance(ride([310, 300], [150, 600], [350, 20], [150, 60], [350, 10]), CP);
    expect(told?.lowestJ).toBeCloseTo(2000, 6);
    expect(told?.lowestAtS).toBe(299);
    // 18 kJ and 2 kJ; the last second's 1 kJ is no match.
    expect(told?.matches).toBe(2);
    expect(told?.isEmptied).toBe(false);
    expect(told?.balance.values).toHaveLength(990);
  });

  it("calls it emptied below 500 J, and counts a match that ends the ride", () => {
    const told = workBalance(ride([150, 60], [450, 98]), CP);
    expect(told?.isEmptied).toBe(true);
    expect(told?.matches).toBe(1);
  });

  it("says nothing when critical power is plainly too low, or without a second", () => {
    expect(workBalance(ride([400, 400]), CP)).toBeNull();
    expect(workBalance(ride(), CP)).toBeNull();
  });
});

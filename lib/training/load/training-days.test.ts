import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trainingDays } from "./training-days";

const STEADY = Float64Array.from({ length: 60 }, () => 50);

describe("trainingDays", () => {
  it("fills each value when its window is full, and not before", () => {
    const days = trainingDays(STEADY);
    expect(days[5]).toMatchObject({ monotony: null, ramp: null, acwr: null });
    expect(days[6]?.monotony).toBe(10);
    expect(days[7]?.ramp).toBeGreaterThan(0);
    expect(days[27]?.acwr).toBeNull();
    expect(days[28]?.acwr).toBeCloseTo(1, 12);
  });

  it("does not let today's load into today's ratio", () => {
    const load = Float64Array.from({ length: 40 }, (_, i) => (i === 39 ? 500 : 50));
    expect(trainingDays(load)[39]?.acwr).toBeCloseTo(1, 12);
  });

  it("gives from any day on what the whole series gives there", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 120 }),
        fc.nat(119),
        (loads, from) => {
          const load = Float64Array.from(loads);
          const start = Math.min(from, loads.length - 1);
          expect(trainingDays(load, start)).toEqual(trainingDays(load).slice(start));
        },
      ),
    );
  });
});

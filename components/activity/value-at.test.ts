import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestIndex, valueAt } from "./value-at";

const line = { timeS: [0, 10, 20, 29, 40], values: [100, 110, 120, null, 140] };

describe("valueAt", () => {
  it("takes the nearest point within reach", () => {
    expect(valueAt(line, 12, 10)).toBe(110);
    expect(valueAt(line, 16, 10)).toBe(120);
    expect(valueAt(line, 44, 10)).toBe(140);
    expect(valueAt(line, 60, 10)).toBeNull();
  });
  it("has nothing in a gap", () => {
    expect(valueAt(line, 30, 10)).toBeNull();
    expect(valueAt({ timeS: [], values: [] }, 0, 10)).toBeNull();
  });
});

describe("nearestIndex", () => {
  it("agrees with looking at every number", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }),
        fc.integer({ min: -50, max: 1050 }),
        (numbers, wanted) => {
          const ascending = numbers.toSorted((a, b) => a - b);
          const found = ascending[nearestIndex(ascending, wanted) ?? -1] as number;
          const best = Math.min(...ascending.map((number) => Math.abs(number - wanted)));
          expect(Math.abs(found - wanted)).toBe(best);
        },
      ),
    );
  });
});

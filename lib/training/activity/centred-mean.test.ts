import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centredMean } from "./centred-mean";

const all = (length: number) => new Uint8Array(length).fill(1);

describe("centredMean", () => {
  it("averages both sides and less at the ends", () => {
    const smooth = centredMean({ values: Float64Array.of(0, 3, 6, 9, 30), valid: all(5) }, 3);
    expect([...smooth.values]).toEqual([1.5, 3, 6, 15, 19.5]);
  });

  it("neither fills a gap nor lets it count", () => {
    const smooth = centredMean(
      { values: Float64Array.of(10, 999, 20), valid: Uint8Array.of(1, 0, 1) },
      3,
    );
    expect([...smooth.valid]).toEqual([1, 0, 1]);
    expect(smooth.values[0]).toBe(10);
    expect(smooth.values[2]).toBe(20);
  });

  it("leaves the channel alone without a window", () => {
    const channel = { values: Float64Array.of(1, 2), valid: all(2) };
    expect(centredMean(channel, 0)).toBe(channel);
    expect(centredMean(channel, 1)).toBe(channel);
  });

  it("stays between the extremes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 0, max: 60 }),
        (values, windowS) => {
          const smooth = centredMean(
            { values: Float64Array.from(values), valid: all(values.length) },
            windowS,
          );
          for (const value of smooth.values) {
            expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
            expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
          }
        },
      ),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Channel } from "./activity-types";
import { largestTriangleThreeBuckets } from "./largest-triangle-three-buckets";

function channelOf(values: readonly (number | null)[]): Channel {
  return {
    values: Float64Array.from(values, (value) => value ?? 0),
    valid: Uint8Array.from(values, (value) => (value === null ? 0 : 1)),
  };
}

describe("largestTriangleThreeBuckets", () => {
  it("returns a short line untouched", () => {
    expect(largestTriangleThreeBuckets(channelOf([1, 5, 2, 8]), 10)).toEqual({
      timeS: [0, 1, 2, 3],
      values: [1, 5, 2, 8],
    });
  });

  it("picks by hand-worked triangles", () => {
    // Buckets {1,2,3} and {4,5,6}; from (0,0) towards the mean (5,1) the spike at 2 spans the
    // largest triangle, from (2,9) towards (7,0) the trough at 5 does.
    const line = largestTriangleThreeBuckets(channelOf([0, 1, 9, 1, 4, -6, 5, 0]), 4);
    expect(line).toEqual({ timeS: [0, 2, 5, 7], values: [0, 9, -6, 0] });
  });

  it("keeps a one-second spike in four hours", () => {
    const values = new Array<number>(14_400).fill(150);
    values[9_001] = 900;
    const line = largestTriangleThreeBuckets(channelOf(values), 800);
    expect(Math.max(...line.values.map(Number))).toBe(900);
    expect(line.timeS[line.values.indexOf(900)]).toBe(9_001);
  });

  it("breaks the line in a gap that shows", () => {
    const values = Array.from({ length: 1000 }, (_, second) =>
      second >= 400 && second < 600 ? null : second,
    );
    const line = largestTriangleThreeBuckets(channelOf(values), 50);
    const at = line.values.indexOf(null);
    expect(line.timeS[at]).toBe(599);
    expect(line.timeS[at - 1]).toBe(399);
    expect(line.timeS[at + 1]).toBe(600);
    expect(line.values.filter((value) => value === null)).toHaveLength(1);
  });

  it("bridges a dropout narrower than one bucket", () => {
    const values = Array.from({ length: 1000 }, (_, second) => (second % 7 === 0 ? null : second));
    expect(largestTriangleThreeBuckets(channelOf(values), 50).values).not.toContain(null);
  });

  it("draws only the part that is asked for", () => {
    const line = largestTriangleThreeBuckets(
      channelOf(Array.from({ length: 1000 }, (_, second) => second)),
      20,
      300,
      500,
    );
    expect(line.timeS[0]).toBe(300);
    expect(line.timeS.at(-1)).toBe(499);
  });

  it("has nothing to draw where nothing was recorded", () => {
    expect(largestTriangleThreeBuckets(channelOf([null, null, null, null]), 3)).toEqual({
      timeS: [],
      values: [],
    });
    expect(largestTriangleThreeBuckets(channelOf([]), 3)).toEqual({ timeS: [], values: [] });
  });

  it("refuses fewer than three points", () => {
    expect(() => largestTriangleThreeBuckets(channelOf([1, 2, 3, 4]), 2)).toThrow(RangeError);
  });

  it("only ever returns recorded samples, ascending, first and last included", () => {
    const recorded = fc.option(fc.integer({ min: -500, max: 2000 }), { nil: null, freq: 8 });
    fc.assert(
      fc.property(
        fc.array(recorded, { minLength: 1, maxLength: 600 }),
        fc.integer({ min: 3, max: 120 }),
        (values, points) => {
          const line = largestTriangleThreeBuckets(channelOf(values), points);
          for (const [i, time] of line.timeS.entries()) {
            const drawn = line.values[i];
            expect(values[time]).toBe(drawn);
            if (i > 0) expect(time).toBeGreaterThan(line.timeS[i - 1] as number);
          }
          const first = values.findIndex((value) => value !== null);
          if (first < 0) return;
          const last = values.findLastIndex((value) => value !== null);
          expect(line.timeS[0]).toBe(first);
          expect(line.timeS.at(-1)).toBe(last);
        },
      ),
    );
  });

  it("stays near the number of points whatever the gaps", () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 200, maxLength: 2000 }),
        fc.integer({ min: 20, max: 200 }),
        (valid, points) => {
          const channel = channelOf(valid.map((isValid, i) => (isValid ? i % 17 : null)));
          const drawn = largestTriangleThreeBuckets(channel, points).values.filter(
            (value) => value !== null,
          );
          // Every visible gap costs at least one bucket, so runs cannot outnumber the points.
          expect(drawn.length).toBeLessThanOrEqual(3.5 * points + 3);
        },
      ),
    );
  });
});

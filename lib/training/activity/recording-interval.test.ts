import fc from "fast-check";
import { expect, it } from "vitest";
import { recordingInterval } from "./recording-interval";

const timesOf = (steps: readonly number[]) => {
  let at = 0;
  return Float64Array.from([0, ...steps.map((step) => (at += step))]);
};

it("is the median of the steps, whatever they are", () => {
  // Sums of quarters are exact.
  const step = fc.oneof(
    fc.integer({ min: 0, max: 8 }),
    fc.integer({ min: 250, max: 2000 }),
    fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const sorted = steps.filter((one) => one > 0).toSorted((a, b) => a - b);
      const expected =
        sorted.length === 0
          ? null
          : {
              medianS: sorted[sorted.length >> 1],
              upperQuartileS: sorted[(sorted.length * 3) >> 2],
            };
      expect(recordingInterval(timesOf(steps))).toEqual(expected);
    }),
  );
});

it("is unknown with fewer than two times", () => {
  expect(recordingInterval(timesOf([]))).toBeNull();
  expect(recordingInterval(timesOf([0, 0]))).toBeNull();
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bestEfforts,
  FASTEST_RUNNER_MPS,
  FASTEST_SWIMMER_MPS,
  RUNNING_DISTANCES_M,
  SWIMMING_DISTANCES_M,
} from "./best-efforts";

const cumulative = (speeds: readonly number[]) => {
  const values = new Float64Array(speeds.length + 1);
  for (const [s, speed] of speeds.entries()) values[s + 1] = (values[s] as number) + speed;
  return { values, valid: new Uint8Array(values.length).fill(1) };
};

describe("bestEfforts", () => {
  it("finds the fast kilometre within a slow run", () => {
    const run = [
      ...Array<number>(600).fill(2.5),
      ...Array<number>(250).fill(4),
      ...Array<number>(600).fill(2.5),
    ];
    const efforts = bestEfforts(cumulative(run), RUNNING_DISTANCES_M, FASTEST_RUNNER_MPS);
    expect(efforts.map(({ distanceM }) => distanceM)).toEqual([400, 800, 1000, 1609.344, 3218.688]);
    expect(efforts[2]).toEqual({ distanceM: 1000, durationS: 250, startS: 600 });
    expect(efforts[0]?.durationS).toBe(100);
  });

  it("knows the distances of a pool", () => {
    const swim = bestEfforts(
      cumulative(Array<number>(400).fill(1.25)),
      SWIMMING_DISTANCES_M,
      FASTEST_SWIMMER_MPS,
    );
    expect(swim.map(({ durationS }) => durationS)).toEqual([40, 80, 160, 320]);
  });

  it("counts a stop, as a race does", () => {
    const stop = [
      ...Array<number>(100).fill(4),
      ...Array<number>(60).fill(0),
      ...Array<number>(100).fill(4),
    ];
    expect(bestEfforts(cumulative(stop), [800], FASTEST_RUNNER_MPS)[0]?.durationS).toBe(260);
  });

  it("waits while the device's distance falls back, and passes over what is missing", () => {
    const distance = cumulative(Array<number>(200).fill(5));
    distance.values[50] = 100;
    distance.valid[80] = 0;
    expect(bestEfforts(distance, [1000], FASTEST_RUNNER_MPS)[0]?.durationS).toBe(200);
  });

  it("does not take a jump of the position for a sprint", () => {
    const distance = cumulative(Array<number>(600).fill(3));
    for (let s = 300; s < distance.values.length; s++)
      distance.values[s] = (distance.values[s] as number) + 350;
    const [effort] = bestEfforts(distance, [400], FASTEST_RUNNER_MPS);
    expect(effort?.durationS).toBeCloseTo(400 / 3, 9);
    expect(bestEfforts(distance, [1000], FASTEST_RUNNER_MPS)).toEqual([]);
  });

  it("has none over a distance that was not covered", () => {
    expect(bestEfforts(cumulative([]), [400], FASTEST_RUNNER_MPS)).toEqual([]);
    expect(bestEfforts(cumulative([5, 5]), [400], FASTEST_RUNNER_MPS)).toEqual([]);
  });

  it("is never slower than the whole, and never slower over less", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.5, max: 9, noNaN: true }), { minLength: 60, maxLength: 400 }),
        (speeds) => {
          const distance = cumulative(speeds);
          const total = distance.values.at(-1) ?? 0;
          const [half, whole] = bestEfforts(distance, [total / 2, total], FASTEST_RUNNER_MPS);
          expect(whole?.durationS).toBeLessThanOrEqual(speeds.length + 1e-6);
          expect(half?.durationS ?? 0).toBeLessThanOrEqual(speeds.length / 2 + 1);
        },
      ),
    );
  });
});

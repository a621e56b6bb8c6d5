import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizedPower } from "./normalized-power";

type Segment = readonly [watts: number | null, seconds: number];

function power(segments: readonly Segment[], pauses: readonly (readonly [number, number])[] = []) {
  const watts = segments.flatMap(([value, seconds]) => Array<number | null>(seconds).fill(value));
  const values = Float64Array.from(watts, (value) => value ?? 0);
  const valid = Uint8Array.from(watts, (value) => (value === null ? 0 : 1));
  const timerOn = new Uint8Array(watts.length).fill(1);
  for (const [from, to] of pauses) timerOn.fill(0, from, to);
  return normalizedPower({ values, valid }, timerOn);
}

const repeat = (times: number, ...segments: Segment[]) =>
  Array.from({ length: times }, () => segments).flat();

describe("normalizedPower", () => {
  it.each<[string, Segment[], number, number]>([
    ["steady", [[200, 3600]], 200, 200],
    [
      "a step",
      [
        [100, 1800],
        [300, 1800],
      ],
      200,
      252.8261546792733,
    ],
    ["30/30", repeat(60, [400, 30], [100, 30]), 250, 287.4645469540136],
    ["15/15", repeat(120, [300, 15], [100, 15]), 200, 200],
    ["a ramp", Array.from({ length: 600 }, (_, i) => [i, 1] as const), 299.5, 393.58907878406626],
    [
      "three blocks",
      [
        [300, 200],
        [0, 200],
        [200, 200],
      ],
      166.66666666666666,
      234.0059595432797,
    ],
  ])("starts at the first full window: %s", (_, segments, average, normalized) => {
    const means = power(segments);
    expect(means.averagePowerW).toBeCloseTo(average, 9);
    expect(means.normalizedPowerW).toBeCloseTo(normalized, 6);
  });

  it("is not the ramp-up variant, which counts windows that are still filling", () => {
    const rampUp = 199.67296414565146;
    expect(Math.abs((power([[200, 3600]]).normalizedPowerW ?? 0) - rampUp)).toBeGreaterThan(0.3);
  });

  it("has no value under 30 s", () => {
    expect(power([[200, 29]]).normalizedPowerW).toBeNull();
    expect(power([[200, 30]]).normalizedPowerW).toBe(200);
  });

  it("has no value at all without power", () => {
    expect(power([[null, 100]])).toEqual({
      normalizedPowerW: null,
      averagePowerW: null,
      maximumPowerW: null,
      workJ: 0,
      seconds: 0,
    });
  });

  it("does not average across a pause of more than 30 s", () => {
    const paused = power(
      [
        [300, 20],
        [null, 31],
        [300, 20],
      ],
      [[20, 51]],
    );
    expect(paused.normalizedPowerW).toBeNull();
    expect(paused.averagePowerW).toBe(300);
  });

  it("lets the window decay over a short pause", () => {
    const paused = power(
      [
        [300, 60],
        [null, 10],
        [300, 60],
      ],
      [[60, 70]],
    );
    expect(paused.normalizedPowerW).toBeLessThan(300);
    expect(paused.averagePowerW).toBe(300);
    expect(paused.workJ).toBe(300 * 120);
  });

  it("passes over a short dropout without calling it zero", () => {
    expect(
      power([
        [300, 60],
        [null, 10],
        [300, 60],
      ]).normalizedPowerW,
    ).toBe(300);
  });

  it("lies between the mean and the maximum of the rolling mean", () => {
    const series = fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 30, maxLength: 400 });
    fc.assert(
      fc.property(series, (watts) => {
        const { normalizedPowerW } = power(watts.map((value) => [value, 1] as const));
        const rolling = watts
          .slice(29)
          .map((_, i) => watts.slice(i, i + 30).reduce((sum, value) => sum + value, 0) / 30);
        const mean = rolling.reduce((sum, value) => sum + value, 0) / rolling.length;
        expect(normalizedPowerW ?? -1).toBeGreaterThanOrEqual(mean - 1e-6);
        expect(normalizedPowerW ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
          Math.max(...rolling) + 1e-6,
        );
      }),
    );
  });

  it("scales with power", () => {
    const series = fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 30, maxLength: 200 });
    fc.assert(
      fc.property(series, (watts) => {
        const once = power(watts.map((value) => [value, 1] as const)).normalizedPowerW ?? 0;
        const twice = power(watts.map((value) => [2 * value, 1] as const)).normalizedPowerW ?? 0;
        expect(twice).toBeCloseTo(2 * once, 6);
      }),
    );
  });
});

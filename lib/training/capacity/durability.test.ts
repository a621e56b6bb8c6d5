import { describe, expect, it } from "vitest";
import { durability, whyNoDurability } from "./durability";
import { durabilityIndex } from "./durability-index";
import { CURVE_DURATIONS_S } from "./mean-maximal-curve";

const full = (values: readonly number[]) => ({
  values: Float64Array.from(values),
  valid: new Uint8Array(values.length).fill(1),
});
const steady = (watts: number, seconds: number) => Array<number>(seconds).fill(watts);

describe("durability", () => {
  it("takes the curve of what follows each step of work", () => {
    // 70 kg: 10 kJ/kg are 700 kJ, reached after 3500 s at 200 W.
    const curves = durability(full([...steady(200, 3500), ...steady(180, 1200)]), 70);
    expect(curves.map(({ afterKjPerKg, fromS }) => [afterKjPerKg, fromS])).toEqual([
      [0, 0],
      [10, 3500],
    ]);
    const at1200 = CURVE_DURATIONS_S.indexOf(1200);
    expect(curves.map(({ curve }) => curve.bests[at1200])).toEqual([200, 180]);
  });

  it("has no curve of less than a minute, and none without a weight", () => {
    expect(durability(full([...steady(200, 3500), ...steady(180, 59)]), 70)).toHaveLength(1);
    expect(durability(full(steady(200, 3500)), 0)).toEqual([]);
    expect(durability(full([]), 70)).toEqual([]);
  });
});

describe("whyNoDurability", () => {
  it("says what is missing, and nothing where there is enough", () => {
    expect(whyNoDurability(900, 75)).toBeNull();
    expect(whyNoDurability(512.4, 75)).toBe(
      "It takes 10 kJ per kg of body weight, 750 kJ for you; this ride had 512 kJ.",
    );
    expect(whyNoDurability(900, null)).toMatch(/^Body weight is not known on this day/);
    expect(whyNoDurability(null, 75)).toBe("No power was recorded.");
  });
});

describe("durabilityIndex", () => {
  it("compares the last hour with the first", () => {
    const ride = full([...steady(200, 3600), ...steady(100, 600), ...steady(190, 3600)]);
    const on = new Uint8Array(ride.values.length).fill(1);
    expect(durabilityIndex(ride, on)).toBeCloseTo(0.95, 9);
    on.fill(0, 0, 700);
    expect(durabilityIndex(ride, on)).toBeNull();
  });

  it("has no value without power in the first hour", () => {
    const ride = full(steady(0, 7200));
    expect(durabilityIndex(ride, new Uint8Array(7200).fill(1))).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { CURVE_DURATIONS_S } from "@/lib/training/capacity/mean-maximal-curve";
import { curveLook } from "./curve-look";
import { durabilityFinding } from "./durability-finding";

const look = curveLook("power", "cycling", "metric");
const flat = (value: number, longestS: number) =>
  CURVE_DURATIONS_S.filter((duration) => duration <= longestS).map(() => value);
const finding = (...tired: [afterKjPerKg: number, bests: number[]][]) =>
  durabilityFinding(
    flat(250, 3600),
    tired.map(([afterKjPerKg, bests]) => ({ afterKjPerKg, bests })),
    look,
    "the whole ride",
  );

describe("durabilityFinding", () => {
  it("tells what the most work left of the best five minutes", () => {
    expect(finding([10, flat(240, 1200)], [20, flat(229.9, 600)])).toBe(
      "After 20 kJ/kg: 230 W over 5 min, 91 % of the best of the whole ride.",
    );
    expect(finding([10, flat(250, 1200)])).toBe(
      "After 10 kJ/kg: 250 W over 5 min, the best of the whole ride.",
    );
  });

  it("falls back on what was still ridden long enough", () => {
    expect(finding([10, flat(240, 1200)], [20, flat(200, 60)])).toMatch(/^After 10 kJ\/kg: 240 W/);
    expect(finding([10, flat(200, 60)])).toMatch(/over 1 min, 80 % of/);
    expect(finding()).toMatch(/^Too little/);
  });
});

import { describe, expect, it } from "vitest";
import { CURVE_SET } from "@/lib/training/capacity/activity-curves";
import { activityDurability } from "./activity-durability";

const curve = (kind: "power" | "power_after_10", watts: number) => ({
  kind,
  bests: Float64Array.of(watts),
  starts: Int32Array.of(0),
});
const ride = (workKj: number, curveGrid: string | null = CURVE_SET) => ({
  curveGrid,
  metrics: { workKj: { value: workKj, unit: "kJ", formula: "WORK-1@1" } },
});

describe("activityDurability", () => {
  it("sets what came after work beside the whole ride", () => {
    const curves = [curve("power", 300), curve("power_after_10", 250)];
    const shown = activityDurability(ride(900), curves, 70);
    expect(shown.reason).toBeNull();
    expect(shown.fresh[0]).toBe(300);
    expect(shown.tired.map(({ afterKjPerKg, bests }) => [afterKjPerKg, bests[0]])).toEqual([
      [10, 250],
    ]);
  });

  it("gives the reason where there is nothing to show", () => {
    const reason = (...[shown, weightKg]: [ReturnType<typeof ride>, number | null]) =>
      activityDurability(shown, [curve("power", 300)], weightKg).reason;
    expect(reason(ride(600), 70)).toMatch(/700 kJ for you; this ride had 600 kJ/);
    expect(reason(ride(900), null)).toMatch(/weight is not known/);
    expect(reason(ride(900), 70)).toMatch(/Less than a minute/);
    expect(reason(ride(900, null), 70)).toMatch(/being worked out/);
  });
});

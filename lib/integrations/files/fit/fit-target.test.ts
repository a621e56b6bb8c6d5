import { describe, expect, it } from "vitest";
import { fitTarget } from "./fit-target";

const inZone = (targetType: string, targetValue: number) => ({ targetType, targetValue });

describe("fitTarget", () => {
  it("lies between the device's boundaries where a zone is asked for", () => {
    const device = {
      heartRateZoneBoundariesBpm: [95, 114, 133, 152, 171, 190],
      powerZoneBoundariesW: [0, 129, 175, 211, 245, 281, 352, 4000],
    };
    expect(fitTarget(inZone("heartRate", 4), device)).toEqual({
      ...{ kind: "heart_rate", low: 152, high: 171 },
    });
    expect(fitTarget(inZone("power", 1), device)).toEqual({ kind: "power", low: 0, high: 129 });
    expect(fitTarget(inZone("power3s", 4), device)).toMatchObject({ low: 211, high: 245 });
  });

  it("is not known where the boundaries leave open at which zone they begin", () => {
    const device = {
      heartRateZoneBoundariesBpm: [125, 145, 164, 183],
      powerZoneBoundariesW: [122, 166, 199, 232, 265, 331],
    };
    for (const type of ["heartRate", "power", "speed"]) {
      const { low, high, reason } = fitTarget(inZone(type, 3), device);
      expect([low, high]).toEqual([null, null]);
      expect(reason).toContain("zone 3");
    }
  });

  it("is open without a target, and beyond what the device says in zones", () => {
    expect(fitTarget({ targetType: "open" }, {})).toEqual({ kind: "open", low: null, high: null });
    expect(fitTarget(inZone("power", 0), {})).toEqual({ kind: "open", low: null, high: null });
    expect(fitTarget(inZone("swimStroke", 2), {}).kind).toBe("open");
    expect(
      fitTarget(inZone("heartRate", 6), { heartRateZoneBoundariesBpm: [1, 2, 3, 4, 5, 6] }),
    ).toMatchObject({ low: null, reason: expect.stringContaining("zone 6") });
  });
});

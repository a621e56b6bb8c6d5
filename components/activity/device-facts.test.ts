import { describe, expect, it } from "vitest";
import { deviceDifference, deviceFacts, deviceMetric } from "./device-facts";

describe("the device's own values", () => {
  it("stand beside ours with the difference", () => {
    expect(deviceMetric("workKj", { workJ: 812_000 })).toBe(812);
    expect(deviceMetric("avgPower", {})).toBeNull();
    expect(deviceDifference(202.4, 200)).toBe("+1.2 %");
    expect(deviceDifference(197, 200)).toBe("−1.5 %");
    expect(deviceDifference(200.05, 200)).toBe("same");
    expect(deviceDifference(null, 200)).toBe("");
    expect(deviceDifference(200, null)).toBe("");
  });

  it("are told where only the device has them", () => {
    expect(deviceFacts({ aerobicTrainingEffect: 3.24, anaerobicTrainingEffect: 0 })).toEqual([
      { label: "Aerobic training effect", text: "3.2" },
    ]);
  });
});

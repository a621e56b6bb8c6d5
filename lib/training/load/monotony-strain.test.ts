import { describe, expect, it } from "vitest";
import { monotonyStrain } from "./monotony-strain";

describe("monotonyStrain", () => {
  it.each([
    [[0, 20, 10, 10, 10, 10, 10], 1.8708286933869707, 130.95800853708795],
    [[5, 15, 20, 20, 20, 25, 35], 2.3664319132398464, 331.3004678535785],
    [[60, 0, 90, 45, 0, 120, 80], 1.3496880788164507, 533.1267911324979],
  ])("of %j", (week, monotony, strain) => {
    const result = monotonyStrain(week);
    expect(result.monotony).toBeCloseTo(monotony, 9);
    expect(result.strain).toBeCloseTo(strain, 9);
  });

  it("takes the population's deviation, not the sample's", () => {
    const sample = 1.7320508075688774;
    expect(monotonyStrain([0, 20, 10, 10, 10, 10, 10]).monotony).not.toBeCloseTo(sample, 3);
  });

  it("is capped when all days are alike", () => {
    expect(monotonyStrain([50, 50, 50, 50, 50, 50, 50])).toEqual({ monotony: 10, strain: 3500 });
  });

  it("has no value without training or with unknown days", () => {
    expect(monotonyStrain([0, 0, 0, 0, 0, 0, 0])).toMatchObject({ monotony: null, strain: null });
    expect(monotonyStrain([10, 20, null, 0, 0, 5, 5])).toEqual({
      monotony: null,
      strain: null,
      reason: "6 of 7 days are known.",
    });
  });
});

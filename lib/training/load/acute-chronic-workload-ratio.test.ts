import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acuteChronicWorkloadRatio, startOfDayWorkloadRatio } from "./acute-chronic-workload-ratio";

const steadyThenDouble = (days: number) => [
  ...Array<number>(28).fill(50),
  ...Array<number>(days).fill(100),
];

describe("acuteChronicWorkloadRatio", () => {
  it.each([
    [0, 1, 1, 1],
    [1, 1.103448275862069, 1.142857142857143, 1.1693548387096773],
    [3, 1.2903225806451615, 1.4285714285714286, 1.3228695866987454],
    [7, 1.6, 2, 1.3393501030132535],
  ])("%s days after doubling", (days, coupled, uncoupled, ewma) => {
    const ratio = acuteChronicWorkloadRatio(steadyThenDouble(days));
    expect(ratio.coupled).toBeCloseTo(coupled, 9);
    expect(ratio.uncoupled).toBeCloseTo(uncoupled, 9);
    expect(ratio.ewma).toBeCloseTo(ewma, 9);
  });

  it("leaves today out in the morning, so that a session cannot veto the same day", () => {
    const before = steadyThenDouble(3);
    expect(startOfDayWorkloadRatio([...before, 500])).toEqual(acuteChronicWorkloadRatio(before));
  });

  it("has no value in the first 28 days or without training", () => {
    expect(acuteChronicWorkloadRatio(Array<number>(27).fill(50))).toEqual({
      coupled: null,
      uncoupled: null,
      ewma: null,
      reason: "27 of 28 days are known.",
    });
    expect(acuteChronicWorkloadRatio(Array<number>(28).fill(0)).coupled).toBeNull();
    const justStarted = [...Array<number>(21).fill(0), ...Array<number>(7).fill(50)];
    expect(acuteChronicWorkloadRatio(justStarted)).toMatchObject({ coupled: 4, uncoupled: null });
  });

  it("never exceeds 4 when coupled", () => {
    const loads = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), {
      minLength: 28,
      maxLength: 60,
    });
    fc.assert(
      fc.property(loads, (load) => {
        expect(acuteChronicWorkloadRatio(load).coupled ?? 0).toBeLessThanOrEqual(4 + 1e-9);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimatedRunningPower } from "./estimated-running-power";
import { gradedPaceFactor } from "./graded-pace-factor";
import { energySpeed, gradedSpeed } from "./graded-speed";
import { minettiCost } from "./minetti-cost";
import { normalizedGradedSpeed } from "./normalized-graded-speed";
import { runningStressScore } from "./running-stress-score";
import { swimStressScore } from "./swim-stress-score";

const constant = (value: number, seconds: number) => ({
  values: new Float64Array(seconds).fill(value),
  valid: new Uint8Array(seconds).fill(1),
});

describe("minettiCost", () => {
  it.each([
    [-0.45, 4.0323054375],
    [-0.3, 2.4622379999999997],
    [-0.2, 1.8000320000000003],
    [-0.1, 2.151706],
    [-0.05, 2.7459239374999997],
    [0, 3.6],
    [0.05, 4.6851960625],
    [0.1, 5.968214],
    [0.2, 9.006688],
    [0.3, 12.579282],
    [0.45, 19.4260145625],
  ])("costs at a grade of %s", (grade, cost) => {
    expect(minettiCost(grade)).toBeCloseTo(cost, 9);
  });

  it("is clamped outside the range that was measured", () => {
    expect(minettiCost(0.8)).toBe(minettiCost(0.45));
    expect(minettiCost(-3)).toBe(minettiCost(-0.45));
  });

  it("is cheapest near -18 %", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.45, max: 0.45, noNaN: true }), (grade) => {
        expect(minettiCost(grade)).toBeGreaterThanOrEqual(1.7812);
      }),
    );
    expect(minettiCost(-0.181)).toBeCloseTo(1.7813, 4);
  });
});

describe("energySpeed", () => {
  it("is the flat speed of the same cost", () => {
    const uphill = energySpeed(constant(3, 5), constant(0.05, 5));
    expect(uphill.values[2]).toBeCloseTo(3.9043, 4);
  });

  it("rewards a steep descent less than running on the flat, never below the cheapest slope", () => {
    const downhill = energySpeed(constant(3, 5), constant(-0.18, 5));
    expect(downhill.values[0]).toBeCloseTo((3 * 1.7812) / 3.6, 2);
  });

  it("counts as flat where the slope is not known", () => {
    const unknown = { values: new Float64Array(5), valid: new Uint8Array(5) };
    expect(energySpeed(constant(3, 5), unknown).values[4]).toBe(3);
    expect(energySpeed(constant(3, 5), null).values[4]).toBe(3);
  });
});

describe("estimatedRunningPower", () => {
  it("is 1.04 W for each kg and m/s", () => {
    expect(estimatedRunningPower(70, 2.88)).toBeCloseTo(209.664, 9);
  });
});

describe("gradedPaceFactor", () => {
  it.each([
    [-40, 1.937],
    [-20, 1.085],
    [-10, 0.875],
    [-8, 0.875],
    [-5, 0.9],
    [0, 1],
    [5, 1.19],
    [10, 1.48],
    [11, 1.54],
    [20, 2.28],
    [34, 3.47],
    [50, 3.47],
    [-60, 1.937],
    [2.5, 1.075],
  ])("at %s %%", (grade, factor) => {
    expect(gradedPaceFactor(grade)).toBeCloseTo(factor, 9);
  });

  it("stays near the curve that GoldenCheetah fitted to the same points", () => {
    const fitted = {
      "-20": 1.08596,
      "-10": 0.8793,
      "-5": 0.89096,
      "5": 1.19095,
      "10": 1.47982,
      "20": 2.27594,
    };
    for (const [grade, factor] of Object.entries(fitted)) {
      expect(Math.abs(gradedPaceFactor(Number(grade)) - factor)).toBeLessThan(0.012);
    }
  });

  it("has no steps", () => {
    fc.assert(
      fc.property(fc.double({ min: -45, max: 40, noNaN: true }), (grade) => {
        const step = Math.abs(gradedPaceFactor(grade + 0.001) - gradedPaceFactor(grade));
        expect(step).toBeLessThan(0.001);
      }),
    );
  });
});

describe("graded speed", () => {
  it("is speed x factor, and speed itself where the slope is not known", () => {
    const speed = constant(3, 3);
    const grade = { values: Float64Array.from([0.05, 0, 0.1]), valid: Uint8Array.from([1, 1, 0]) };
    const graded = gradedSpeed(speed, grade, "observed");
    expect(graded.values[0]).toBeCloseTo(3.57, 6);
    expect(graded.values[1]).toBeCloseTo(3, 6);
    expect(graded.values[2]).toBeCloseTo(3, 6);
    expect(gradedSpeed(speed, null, "observed")).toBe(speed);
    expect(gradedSpeed(speed, grade, "energy_cost")).toEqual(energySpeed(speed, grade));
  });

  it("is normalized with the 30 s fourth-power scheme", () => {
    const on = new Uint8Array(100).fill(1);
    expect(normalizedGradedSpeed(constant(3.2, 100), on).normalizedMps).toBeCloseTo(3.2, 9);
    expect(normalizedGradedSpeed(constant(3.2, 20), on.subarray(0, 20)).normalizedMps).toBeNull();
  });
});

describe("stress scores from speed", () => {
  it("works the published running examples", () => {
    expect(runningStressScore(3600, 3.2, 3.6)).toBeCloseTo(79.01234567901234, 9);
    const mile = 1609.344;
    expect(runningStressScore(3600, mile / 360, mile / 240)).toBeCloseTo(44.4444, 4);
    expect(runningStressScore(3600, mile / 480, mile / 240)).toBeCloseTo(25, 9);
    expect(runningStressScore(3600, 5, 5)).toBe(100);
  });

  it("grows with the cube of speed in water", () => {
    expect(swimStressScore(3600, 1.2, 1.2)).toBe(100);
    expect(swimStressScore(1800, 1.2, 1.2)).toBe(50);
    expect(swimStressScore(3600, 0.6, 1.2)).toBe(12.5);
  });
});

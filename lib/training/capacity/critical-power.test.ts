import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criticalPower, criticalPowerCurve } from "./critical-power";
import { threeParameterCriticalPower, threeParameterCurve } from "./three-parameter-critical-power";

const efforts = (pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([durationS, powerW]) => ({ durationS, powerW }));

describe("criticalPower", () => {
  it("finds the exact curve again", () => {
    const exact = efforts(
      [180, 300, 720, 1200].map((t) => [
        t,
        criticalPowerCurve({ criticalPowerW: 250, wPrimeJ: 20_000 }, t),
      ]),
    );
    for (const method of ["work-time", "inverse-time"] as const) {
      const fit = criticalPower(exact, method);
      expect(fit?.criticalPowerW).toBeCloseTo(250, 6);
      expect(fit?.wPrimeJ).toBeCloseTo(20_000, 3);
      expect(fit?.method).toBe(method);
    }
  });

  it("differs by method on noisy efforts, as published", () => {
    const noisy = efforts([
      [180, 365],
      [420, 305],
      [900, 279],
    ]);
    expect(criticalPower(noisy, "work-time")?.criticalPowerW).toBeCloseTo(257.3214286, 6);
    expect(criticalPower(noisy, "work-time")?.wPrimeJ).toBeCloseTo(19_639.285714, 5);
    expect(criticalPower(noisy, "inverse-time")?.criticalPowerW).toBeCloseTo(258.2371901, 2);
    expect(criticalPower(noisy, "inverse-time")?.wPrimeJ).toBeCloseTo(19_263.4615385, 2);
  });

  it("has no value from one duration", () => {
    expect(criticalPower(efforts([[300, 300]]))).toBeNull();
    const same = efforts([
      [300, 300],
      [300, 310],
    ]);
    expect(criticalPower(same)).toBeNull();
  });
});

describe("threeParameterCriticalPower", () => {
  const published = { criticalPowerW: 250, wPrimeJ: 20_000, maximumPowerW: 1000 };

  it.each([
    [1, 972.89],
    [5, 881.58],
    [60, 480.77],
    [300, 311.22],
    [1200, 266.3],
  ])("gives the published power at %s s", (durationS, powerW) => {
    expect(threeParameterCurve(published, durationS)).toBeCloseTo(powerW, 2);
  });

  it("finds the exact curve again, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 120, max: 450 }),
        fc.integer({ min: 6000, max: 35_000 }),
        fc.integer({ min: 400, max: 1400 }),
        (criticalPowerW, wPrimeJ, above) => {
          const truth = { criticalPowerW, wPrimeJ, maximumPowerW: criticalPowerW + above };
          const exact = [5, 30, 60, 180, 300, 720, 1200].map((durationS) => ({
            durationS,
            powerW: threeParameterCurve(truth, durationS),
          }));
          const fit = threeParameterCriticalPower(exact);
          expect(fit?.criticalPowerW).toBeCloseTo(criticalPowerW, 1);
          expect((fit?.wPrimeJ ?? 0) / wPrimeJ).toBeCloseTo(1, 3);
          expect((fit?.maximumPowerW ?? 0) / truth.maximumPowerW).toBeCloseTo(1, 3);
        },
      ),
    );
  });

  it("has no value from three durations, or from efforts over 20 min", () => {
    const three = efforts([
      [5, 900],
      [60, 480],
      [300, 311],
    ]);
    expect(threeParameterCriticalPower(three)).toBeNull();
    expect(threeParameterCriticalPower([...three, { durationS: 3600, powerW: 240 }])).toBeNull();
  });
});

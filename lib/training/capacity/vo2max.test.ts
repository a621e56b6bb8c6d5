import { describe, expect, it } from "vitest";
import { vo2maxFromHeartRates, vo2maxFromPower, vo2maxFromRun } from "./vo2max";

describe("VO2max", () => {
  it("agrees with the worked examples", () => {
    expect(vo2maxFromHeartRates(190, 50)).toBeCloseTo(58.14, 2);
    expect(vo2maxFromPower(300, 75)).toBeCloseTo(50.2, 9);
  });

  it("takes a run at maximum heart rate for nearly all of it", () => {
    // 20:00 over 5 km is 250 m/min, 47.5 ml/kg/min; at 100 % of HRmax the share is 0.9932.
    const value = vo2maxFromRun(1200, 250 / 60, 190, 190);
    expect(value).toBeCloseTo(47.4645 / Math.exp(-0.00466 / 0.68725), 3);
    expect(vo2maxFromRun(1200, 250 / 60, 170, 190)).toBeGreaterThan(value ?? 100);
  });

  it("has no value where its input says nothing", () => {
    expect(vo2maxFromHeartRates(60, 60)).toBeNull();
    expect(vo2maxFromHeartRates(190, 0)).toBeNull();
    expect(vo2maxFromHeartRates(220, 30)).toBeNull();
    expect(vo2maxFromPower(300, 0)).toBeNull();
    expect(vo2maxFromPower(0, 70)).toBeNull();
    expect(vo2maxFromRun(500, 4, 150, 190)).toBeNull();
    expect(vo2maxFromRun(1200, 4, 195, 190)).toBeNull();
    expect(vo2maxFromRun(1200, 0.3, 150, 190)).toBeNull();
  });
});

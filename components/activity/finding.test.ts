import { describe, expect, it } from "vitest";
import { activityFinding, zoneCoverage } from "./finding";

const metric = (value: number | null, unit: string) => ({ value, unit, formula: "AVG-1@1" });
const zones = (seconds: number[]) => ({
  boundaries: [126, 144],
  seconds,
  unit: "bpm",
  formula: "ZONE-1@1",
});

describe("activityFinding", () => {
  it("says the mean and where most of the time went", () => {
    expect(
      activityFinding({
        metrics: { avgPower: metric(198.4, "W"), avgHeartRate: metric(148.2, "bpm") },
        timeInZone: { heartRate: zones([300, 620, 80]) },
        timerS: 1000,
      }),
    ).toBe("Power averaged 198 W. Heart rate averaged 148 bpm, 62 % of the time in zone 2.");
  });

  it("finds nothing in a sensor that hardly recorded", () => {
    expect(
      activityFinding({
        metrics: { avgHeartRate: metric(95, "bpm") },
        timeInZone: { heartRate: zones([1, 0, 0]) },
        timerS: 676,
      }),
    ).toBeNull();
  });

  it("is silent without values", () => {
    expect(
      activityFinding({
        metrics: { avgHeartRate: metric(null, "bpm") },
        timeInZone: {},
        timerS: 60,
      }),
    ).toBeNull();
  });
});

describe("zoneCoverage", () => {
  it("is a share of the timer's time", () => {
    expect(zoneCoverage(zones([30, 20, 10]), 600)).toBe(0.1);
    expect(zoneCoverage(zones([1, 0, 0]), 0)).toBeNull();
  });
});

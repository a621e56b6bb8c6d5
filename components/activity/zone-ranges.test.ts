import { describe, expect, it } from "vitest";
import { zoneRows, zoneUnit } from "./zone-ranges";

const heartRate = {
  boundaries: [126, 144.4],
  seconds: [60, 180, 0],
  unit: "bpm",
  formula: "ZONE-1@1",
};

describe("zoneRows", () => {
  it("names whole beats, the boundary in the zone above", () => {
    expect(zoneRows(heartRate, "cycling", "metric")).toEqual([
      { zone: 1, range: "under 126", seconds: 60, share: 0.25 },
      { zone: 2, range: "126–144", seconds: 180, share: 0.75 },
      { zone: 3, range: "145 +", seconds: 0, share: 0 },
    ]);
  });

  it("says paces for speeds, slow to fast, in the athlete's unit", () => {
    const pace = { boundaries: [2.5, 1000 / 300], seconds: [0, 0, 0], unit: "m/s", formula: "Z" };
    const rows = zoneRows(pace, "running", "metric");
    expect(rows.map((row) => row.range)).toEqual(["over 6:40", "6:40–5:00", "under 5:00"]);
    expect(rows[0]?.share).toBeNull();
    expect(zoneUnit(pace, "running", "imperial")).toBe("/mi");
    expect(zoneUnit(pace, "swimming", "metric")).toBe("/100 m");
  });
});

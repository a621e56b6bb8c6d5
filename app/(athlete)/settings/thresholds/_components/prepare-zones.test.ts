import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import type { ThresholdName, ThresholdSport } from "@/lib/schemas/threshold";
import { groupThresholds } from "./group-thresholds";
import { prepareZones } from "./prepare-zones";

const day = localDate("2026-11-21");

function zonesOf(kind: ThresholdName, sport: ThresholdSport, value: number) {
  const row = { id: kind, kind, sport, value, validFrom: day, source: "athlete" as const };
  return prepareZones(groupThresholds([row], day), "metric");
}

describe("prepareZones", () => {
  it("cuts FTP 200 W at 55, 75, 90, 105, 120 and 150 %", () => {
    const [power] = zonesOf("ftp_w", "cycling", 200);
    expect(power?.basis).toBe("from FTP 200 W");
    expect(power?.zones.map((zone) => zone.range)).toEqual([
      "under 110 W",
      "110–149 W",
      "150–179 W",
      "180–209 W",
      "210–239 W",
      "240–299 W",
      "300 W and over",
    ]);
  });

  it("shows heart rate zones on foot for a threshold of every sport", () => {
    const [heartRate] = zonesOf("threshold_hr_bpm", "any", 170);
    expect(heartRate?.title).toBe("Heart rate, on foot");
    expect(heartRate?.zones[0]?.range).toBe("under 145 bpm");
    expect(heartRate?.zones.at(-1)?.name).toBe("5c");
  });

  it("goes from slow to fast", () => {
    const [pace] = zonesOf("threshold_speed_mps", "running", 4);
    expect(pace?.zones[0]?.range).toBe("slower than 5:13 /km");
    expect(pace?.zones.at(-1)?.range).toBe("3:30 /km and faster");
  });

  it("shows nothing for what has no zones or no value", () => {
    expect(zonesOf("weight_kg", "any", 61)).toEqual([]);
    expect(prepareZones(groupThresholds([], day), "metric")).toEqual([]);
  });
});

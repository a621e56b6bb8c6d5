import { describe, expect, it } from "vitest";
import type { Streams } from "@/lib/training/activity/activity-types";
import { deviceZones } from "./device-zones";

/** 60 s at 110 bpm, 120 s at 150, 20 s at 170. */
const bpm = [...Array(60).fill(110), ...Array(120).fill(150), ...Array(20).fill(170)] as number[];
const streams: Streams = {
  lengthS: bpm.length,
  timerOn: new Uint8Array(bpm.length).fill(1),
  channels: {
    heartRateBpm: { values: Float64Array.from(bpm), valid: new Uint8Array(bpm.length).fill(1) },
  },
};
const heartRateZoneBoundariesBpm = [120, 160];

describe("deviceZones", () => {
  it("sets our seconds beside the device's in its own zones", () => {
    const device = { heartRateZoneSeconds: [60, 130, 10], heartRateZoneBoundariesBpm };
    expect(deviceZones("heartRate", device, streams)).toEqual({
      finding: "Counted by us in the same zones, 5 % of the time lies elsewhere.",
      rows: [
        { range: "under 120", device: "1:00", ours: "1:00", difference: "0" },
        { range: "120–159", device: "2:10", ours: "2:00", difference: "−10" },
        { range: "160 +", device: "0:10", ours: "0:20", difference: "+10" },
      ],
    });
    const same = { heartRateZoneSeconds: [60, 120, 20], heartRateZoneBoundariesBpm };
    expect(deviceZones("heartRate", same, streams)?.finding).toMatch(/agree/);
  });

  it("shows the device's alone where ours cannot be counted", () => {
    const shown = deviceZones("heartRate", { heartRateZoneSeconds: [60, 130, 10] }, streams);
    expect(shown?.rows[1]).toEqual({
      ...{ range: "Zone 1", device: "2:10", ours: "–", difference: "–" },
    });
    const device = { powerZoneSeconds: [5, 0], powerZoneBoundariesW: [200] };
    expect(deviceZones("power", device, streams)?.rows[0]?.ours).toBe("–");
  });

  it("says when the device left out some of the time, and drops the empty ends", () => {
    const device = {
      heartRateZoneSeconds: [0, 30, 100, 0],
      heartRateZoneBoundariesBpm: [90, 120, 180],
    };
    const shown = deviceZones("heartRate", device, streams);
    expect(shown?.finding).toBe("The device counted 2:10, we 3:20 of the same recording.");
    expect(shown?.rows.map(({ range }) => range)).toEqual(["90–119", "120–179"]);
  });

  it("is silent about a device that counted nothing", () => {
    expect(deviceZones("power", {}, streams)).toBeNull();
    expect(deviceZones("power", { powerZoneSeconds: [0, 0] }, streams)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import type { Streams } from "@/lib/training/activity/activity-types";
import { streamsCsv } from "./streams-csv";

const channel = (values: number[], valid: number[]) => ({
  values: Float64Array.from(values),
  valid: Uint8Array.from(valid),
});
const streams: Streams = {
  lengthS: 3,
  timerOn: Uint8Array.of(1, 0, 1),
  channels: {
    heartRateBpm: channel([120, 0, 121], [1, 0, 1]),
    speedMps: channel([2.5, 0, 3], [1, 1, 1]),
    cadenceRpm: channel([85, 0, 0], [1, 1, 0]),
    distanceM: channel([2.5, 2.5, 5.5], [1, 1, 1]),
    latitudeDeg: channel([50.1, 50.1, 50.1], [1, 1, 1]),
  },
};

describe("streamsCsv", () => {
  it("has every second in the athlete's units, empty where nothing was recorded", () => {
    const text = streamsCsv(streams, "running", "metric", { fromS: 0, toS: 3 });
    expect(text.split("\r\n")).toEqual([
      "Elapsed (s),Timer,Heart rate (bpm),Speed (km/h),Cadence (spm),Distance (km)",
      "0,running,120,9,170,0.0025",
      "1,paused,,0,0,0.0025",
      "2,running,121,10.8,,0.0055",
      "",
    ]);
  });
  it("is cut to the stretch that is shown", () => {
    const lines = streamsCsv(streams, "cycling", "imperial", { fromS: 2, toS: 3 }).split("\r\n");
    expect(lines[0]).toContain("Speed (mph)");
    expect(lines[1]).toBe("2,running,121,6.71,,0.0034");
    expect(lines).toHaveLength(3);
  });
});

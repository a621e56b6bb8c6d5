import { describe, expect, it } from "vitest";
import type { RecordedLap, Streams } from "@/lib/training/activity/activity-types";
import { lapDifferences } from "./lap-differences";

const lap = (startS: number, values: Partial<RecordedLap>): RecordedLap => ({
  ...{ startS, elapsedS: 60, timerS: 60, distanceM: null, avgPowerW: null },
  ...{ avgHeartRateBpm: null, maxHeartRateBpm: null, avgCadenceRpm: null, avgSpeedMps: null },
  trigger: null,
  ...values,
});
const watts = Array.from({ length: 120 }, (_, s) => (s < 60 ? 200 : 250));
const streams: Streams = {
  lengthS: 120,
  timerOn: new Uint8Array(120).fill(1),
  channels: { powerW: { values: Float64Array.from(watts), valid: new Uint8Array(120).fill(1) } },
};

describe("lapDifferences", () => {
  it("sets our averages beside the device's, lap by lap", () => {
    const laps = [lap(0, { avgPowerW: 203 }), lap(60, { avgPowerW: 249, avgHeartRateBpm: 150 })];
    expect(lapDifferences(laps, streams)).toEqual({
      titles: ["Power, W"],
      rows: [
        { lap: 1, cells: [{ title: "Power", device: "203", ours: "200", difference: "−3" }] },
        { lap: 2, cells: [{ title: "Power", device: "249", ours: "250", difference: "+1" }] },
      ],
      finding: "Our averages of the same seconds differ at most by: power 3 W.",
    });
  });

  it("compares nothing with a zero that was not measured, nor without streams", () => {
    expect(lapDifferences([lap(0, { avgPowerW: 0 }), lap(60, {})], streams)).toBeNull();
    expect(lapDifferences([lap(0, { avgPowerW: 203 })], null)).toBeNull();
  });
});

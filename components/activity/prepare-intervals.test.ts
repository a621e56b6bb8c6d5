import { describe, expect, it } from "vitest";
import type { ActivityIntervals, IntervalBout } from "@/lib/training/activity/activity-intervals";
import { prepareIntervals } from "./prepare-intervals";

function bout(fromS: number, toS: number, changes: Partial<IntervalBout>): IntervalBout {
  return {
    ...{ fromS, toS, distanceM: null, powerW: null, speedMps: null },
    ...{ heartRateBpm: null, maxHeartRateBpm: null, restS: null },
    ...changes,
  };
}
const of = (bouts: readonly IntervalBout[]): ActivityIntervals => ({
  ...{ source: "laps", bouts, reason: null },
});

describe("prepareIntervals", () => {
  it("says how many, how long, how hard, the rests, and the change", () => {
    const ride = of([
      bout(900, 1080, { powerW: 310, heartRateBpm: 165.4, restS: 120 }),
      bout(1200, 1379, { powerW: 300, restS: 121 }),
      bout(1500, 1680, { powerW: 290 }),
    ]);
    const { finding, origin, rows } = prepareIntervals(ride, "cycling", "metric");
    expect(finding).toBe(
      "3 × 3:00 at 300 W, rests of 2:01. The last was 6 % weaker than the first.",
    );
    expect(origin).toBe("by the device's laps");
    expect(rows[0]).toEqual({
      ...{ fromS: 900, toS: 1080, length: "3:00" },
      ...{ output: "310 W", heartRate: "165 bpm", rest: "2:00" },
    });
    expect(rows[2]).toMatchObject({ heartRate: null, rest: null });
  });

  it("speaks of pace for a run, and gives the range of lengths that differ", () => {
    const run = of([bout(0, 130, { speedMps: 4, restS: 60 }), bout(190, 550, { speedMps: 4 })]);
    const { finding } = prepareIntervals(run, "running", "metric");
    expect(finding).toBe(
      "2 × 2:10 to 6:00 at 4:10 /km, rests of 1:00. The last was as strong as the first.",
    );
  });

  it("says why there are none", () => {
    const none: ActivityIntervals = { source: "none", bouts: [], reason: "No three are alike." };
    const { finding, rows } = prepareIntervals(none, "running", "metric");
    expect(finding).toBe("No structured intervals found. No three are alike.");
    expect(rows).toEqual([]);
  });

  it("does not speak of output where none was recorded", () => {
    const { finding, rows } = prepareIntervals(of([bout(0, 60, {})]), "cycling", "metric");
    expect(finding.trim()).toBe("1 × 1:00.");
    expect(rows[0]?.output).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { NOTHING_SET } from "@/tests/support/nothing-set";
import { activityIntervals } from "./activity-intervals";
import type { Streams } from "./activity-types";
import type { Sport } from "./sports";

const LENGTH_S = 1200;

/** 100 W, but 300 W from 300 to 480 s and 285 W from 600 to 780 s. */
function streams(): Streams {
  const valid = new Uint8Array(LENGTH_S).fill(1);
  const powerW = Float32Array.from({ length: LENGTH_S }, (_, s) => {
    if (s >= 300 && s < 480) return 300;
    return s >= 600 && s < 780 ? 285 : 100;
  });
  return { lengthS: LENGTH_S, timerOn: valid, channels: { powerW: { values: powerW, valid } } };
}
const look = (marked: { fromS: number; toS: number }[] | null, sport: Sport = "cycling") =>
  activityIntervals({
    recorded: { sport, laps: [] },
    ...{ streams: streams(), settings: NOTHING_SET, marked },
  });

describe("activityIntervals", () => {
  it("measures the bouts that the athlete marked, with the rests between", () => {
    const found = look([
      { fromS: 300, toS: 480 },
      { fromS: 600, toS: 780 },
    ]);
    expect(found).toMatchObject({
      source: "athlete",
      reason: null,
      bouts: [
        { fromS: 300, toS: 480, powerW: 300, heartRateBpm: null, restS: 120 },
        { fromS: 600, toS: 780, powerW: 285, restS: null },
      ],
    });
  });

  it("cuts a bout to the recording, and drops one beyond it", () => {
    const found = look([
      { fromS: 1100, toS: 1300 },
      { fromS: 1400, toS: 1500 },
    ]);
    expect(found?.bouts).toMatchObject([{ fromS: 1100, toS: 1200, restS: null }]);
  });

  it("says why there are none: not found, or all taken away", () => {
    expect(look(null)).toMatchObject({ source: "none", bouts: [] });
    expect(look(null)?.reason).toContain("three");
    expect(look([])).toMatchObject({ source: "athlete", reason: expect.stringContaining("away") });
  });

  it("does not look in sports without bouts, or without an output", () => {
    expect(look(null, "strength")).toBeNull();
    expect(look(null, "running")).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import type { LoadAlternative, LoadMethod } from "../activity/activity-types";
import { SPORTS } from "../activity/sports";
import { chooseLoad } from "./choose-load";
import { durationLoad, TYPICAL_RPE } from "./duration-load";
import { sessionRpeLoad } from "./session-rpe-load";

const load = (method: LoadMethod): LoadAlternative => ({ method, load: 50, formula: "X@1" });

describe("chooseLoad", () => {
  it("prefers measured power, then pace, then heart rate, then feeling, then time", () => {
    const all = (["duration", "srpe", "hrss", "stss", "rtss", "tss"] as const).map(load);
    expect(chooseLoad(all, "cycling").loads.map(({ method }) => method)).toEqual([
      "tss",
      "rtss",
      "stss",
      "hrss",
      "srpe",
      "duration",
    ]);
    expect(chooseLoad(all.slice(0, 3), "running").chosen?.method).toBe("hrss");
  });

  it("knows strength by feeling or by time only", () => {
    const { loads, chosen } = chooseLoad(
      [load("hrss"), load("duration"), load("srpe")],
      "strength",
    );
    expect(chosen?.method).toBe("srpe");
    expect(loads.map(({ method }) => method)).toEqual(["srpe", "duration"]);
  });

  it("chooses nothing from nothing", () => {
    expect(chooseLoad([], "running")).toEqual({ loads: [], chosen: null });
  });
});

describe("loads without a sensor", () => {
  it("puts an hour at 8 of 10 at 100", () => {
    expect(sessionRpeLoad(3600, 8)).toBe(100);
    expect(sessionRpeLoad(5400, 4)).toBe(75);
  });

  it.each([0, -1, 10.5, Number.NaN])("refuses an RPE of %s", (rpe) => {
    expect(sessionRpeLoad(3600, rpe)).toBeNull();
  });

  it("knows a typical hour of every sport", () => {
    for (const sport of SPORTS) {
      expect(durationLoad(3600, sport)).toBeCloseTo(TYPICAL_RPE[sport] * 12.5, 9);
    }
  });
});

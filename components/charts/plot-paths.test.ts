import { describe, expect, it } from "vitest";
import { barsPath } from "./bars-path";
import { dotsPath, linePath } from "./line-path";
import { niceTicks } from "./nice-ticks";
import type { PlotSeries } from "./plot-model";
import { plotScale, pointPercent } from "./plot-scale";
import { rangePath } from "./range-path";
import { stackFloors } from "./stack-floors";
import { valueDomain } from "./value-domain";

const y = plotScale(0, 100);

describe("linePath", () => {
  it("joins neighbours with straight lines", () => {
    expect(linePath([0, 50, 100], y)).toBe("M0,100L1,50L2,0");
  });
  it("lifts the pen at a gap and never draws a missing value", () => {
    expect(linePath([10, 20, null, 30, 40], y)).toBe("M0,90L1,80M3,70L4,60");
  });
  it("shows a value between two gaps as a dot", () => {
    expect(linePath([null, 20, null], y)).toBe("M1,80h0");
  });
  it("draws nothing when nothing was measured", () => {
    expect(linePath([null, null], y)).toBe("");
    expect(dotsPath([null, 5], y)).toBe("M1,95h0");
  });
});

describe("rangePath", () => {
  it("closes one shape per run of known points", () => {
    expect(rangePath([10, 10, null, 10, 10], [20, 20, 20, 20, 20], y)).toBe(
      "M0,80L1,80L1,90L0,90ZM3,80L4,80L4,90L3,90Z",
    );
  });
});

describe("barsPath", () => {
  it("leaves out missing values and zeros, which have no height", () => {
    expect(barsPath([null, 0, 40], [0, 0, 0], y)).toBe("M1.68,100V60h0.64V100z");
  });
});

describe("stackFloors", () => {
  const stacked = (name: string, values: (number | null)[]): PlotSeries => ({
    name,
    unit: "",
    kind: "stacked",
    colour: "sleep",
    format: "whole",
    values,
  });
  it("stands each series on the ones before it; a gap adds nothing", () => {
    expect(
      stackFloors([stacked("a", [1, null]), stacked("b", [2, 3]), stacked("c", [4, 5])]),
    ).toEqual([
      [0, 0],
      [1, 0],
      [3, 3],
    ]);
  });
});

describe("scales and ticks", () => {
  it("puts a flat domain in the middle", () => {
    expect(plotScale(5, 5)(5)).toBe(50);
  });
  it("finds round ticks inside the domain", () => {
    expect(niceTicks(0, 152, 3)).toEqual([0, 100]);
    expect(niceTicks(-33, 21, 4)).toEqual([-20, 0, 20]);
    expect(niceTicks(1, 1, 3)).toEqual([]);
  });
  it("has no domain without a value, also when something must be included", () => {
    expect(valueDomain([[null, null]], [0])).toBeNull();
    expect(valueDomain([[10, null, 20]], [0], 0)).toEqual({ min: 0, max: 20 });
  });
  it("centres points in their share of the width", () => {
    expect(pointPercent(0, 4)).toBe("12.5%");
    expect(pointPercent(3, 4)).toBe("87.5%");
  });
});

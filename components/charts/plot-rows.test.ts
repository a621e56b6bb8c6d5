import { describe, expect, it } from "vitest";
import type { PlotPanel } from "./plot-model";
import { rowsOf } from "./plot-rows";
import { panelMarks } from "./series-marks";

const common = { unit: "", format: "whole" } as const;
const panel: PlotPanel = {
  heightPx: 100,
  min: 0,
  max: 100,
  ticks: [],
  bands: [],
  series: [
    { ...common, name: "Load", kind: "bars", colour: "load", values: [40, 0, 60, 60] },
    { ...common, name: "Fitness", kind: "line", colour: "fitness", values: [50, 49, 49, 50] },
  ],
};
const projection = { from: 2, label: "at 420 a week" };

describe("what is only supposed", () => {
  it("has columns of its own: a bar stands alone, a line begins where the measured one ends", () => {
    expect(rowsOf(panel, 4, projection)).toEqual([
      { i: 0, Load: 40, Fitness: 50 },
      { i: 1, Load: 0, Fitness: 49, "Fitness ahead": 49 },
      { i: 2, Load: null, "Load ahead": 60, Fitness: null, "Fitness ahead": 49 },
      { i: 3, Load: null, "Load ahead": 60, Fitness: null, "Fitness ahead": 50 },
    ]);
    expect(rowsOf(panel, 4, null)[3]).toEqual({ i: 3, Load: 60, Fitness: 50 });
  });
  it("is drawn paler than what was measured", () => {
    const [done, supposed] = panelMarks(panel, projection);
    expect([done?.opacity, supposed?.opacity]).toEqual([1, 0.35]);
    expect(done?.d).not.toBe("");
    expect(supposed?.d).not.toBe(done?.d);
    expect(panelMarks(panel, null)).toHaveLength(2);
  });
});

import { describe, expect, it } from "vitest";
import { loadProjection } from "./load-projection";

describe("loadProjection", () => {
  it("decays fitness by a 42nd and fatigue by a 7th power of e a day", () => {
    const { ctl, atl } = loadProjection({ ctl: 60, atl: 80 }, 14, 0);
    expect(ctl[13]).toBeCloseTo(60 * Math.exp(-14 / 42), 9);
    expect(atl[13]).toBeCloseTo(80 * Math.exp(-14 / 7), 9);
  });
  it("begins the first morning with the form that the last day left", () => {
    expect(loadProjection({ ctl: 60, atl: 80 }, 1, 0).tsb[0]).toBe(-20);
  });
  it("lets form rise while fatigue leaves faster than fitness", () => {
    const { tsb } = loadProjection({ ctl: 60, atl: 80 }, 14, 0);
    for (let day = 1; day < 14; day++) expect(tsb[day]).toBeGreaterThan(tsb[day - 1] as number);
  });
  it("is nothing for no days", () => {
    expect(loadProjection({ ctl: 60, atl: 80 }, 0, 0).ctl).toHaveLength(0);
  });
  it("goes to the load itself when it is kept up for long", () => {
    const { ctl, atl } = loadProjection({ ctl: 20, atl: 80 }, 600, 55);
    expect(ctl[599]).toBeCloseTo(55, 3);
    expect(atl[599]).toBeCloseTo(55, 9);
  });
  it("stays where it is at a load of the same size", () => {
    expect(loadProjection({ ctl: 60, atl: 60 }, 30, 60).tsb[29]).toBeCloseTo(0, 9);
  });
});

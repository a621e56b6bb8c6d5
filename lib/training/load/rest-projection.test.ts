import { describe, expect, it } from "vitest";
import { restProjection } from "./rest-projection";

describe("restProjection", () => {
  it("decays fitness by a 42nd and fatigue by a 7th power of e a day", () => {
    const { ctl, atl } = restProjection({ ctl: 60, atl: 80 }, 14);
    expect(ctl[13]).toBeCloseTo(60 * Math.exp(-14 / 42), 9);
    expect(atl[13]).toBeCloseTo(80 * Math.exp(-14 / 7), 9);
  });
  it("begins the first morning with the form that the last day left", () => {
    expect(restProjection({ ctl: 60, atl: 80 }, 1).tsb[0]).toBe(-20);
  });
  it("lets form rise while fatigue leaves faster than fitness", () => {
    const { tsb } = restProjection({ ctl: 60, atl: 80 }, 14);
    for (let day = 1; day < 14; day++) expect(tsb[day]).toBeGreaterThan(tsb[day - 1] as number);
  });
  it("is nothing for no days", () => {
    expect(restProjection({ ctl: 60, atl: 80 }, 0).ctl).toHaveLength(0);
  });
});

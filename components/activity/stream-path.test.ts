import { describe, expect, it } from "vitest";
import { streamArea, streamPath } from "./stream-path";
import { zoneBands, zoneLabels } from "./zone-bands";

const shown = { min: 0, max: 200 };
const line = { timeS: [0, 10, 11, 20, 30, 31], values: [0, 200, null, 100, 50, null] };

describe("streamPath", () => {
  it("draws from second to second and lifts the pen in a gap", () => {
    expect(streamPath(line, shown)).toBe("M0,100L10,0M20,50L30,75");
  });
  it("makes a dot of a second alone", () => {
    expect(streamPath({ timeS: [0, 1, 5], values: [null, 100, null] }, shown)).toBe("M1,50h0");
  });
});

describe("streamArea", () => {
  it("closes each stretch at the floor", () => {
    expect(streamArea(line, shown)).toBe("M0,100L0,100L10,0L10,100ZM20,100L20,50L30,75L30,100Z");
  });
});

describe("zoneBands", () => {
  it("cover the pane from floor to top, cut to what it shows", () => {
    expect(zoneBands([100, 150, 250], shown, 100)).toEqual([
      { zone: 1, top: 50, bottom: 100 },
      { zone: 2, top: 25, bottom: 50 },
      { zone: 3, top: 0, bottom: 25 },
    ]);
  });
  it("are none without zones", () => {
    expect(zoneBands([], shown, 100)).toEqual([]);
  });
});

describe("zoneLabels", () => {
  it("give thin neighbours a number together", () => {
    const bands = zoneBands([100, 110, 120, 130], shown, 100);
    expect(zoneLabels(bands).map(({ text }) => text)).toEqual(["Z1", "2–4", "Z5"]);
  });
});

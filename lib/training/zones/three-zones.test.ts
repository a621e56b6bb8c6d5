import { describe, expect, it } from "vitest";
import { threeZones } from "./three-zones";

describe("threeZones", () => {
  it("takes zones 1 and 2 as easy, 3 as moderate, the others as hard", () => {
    expect(threeZones([1, 2, 4, 8, 16, 32, 64])).toEqual([3, 4, 120]);
    expect(threeZones([1, 2, 4, 8, 16, 32])).toEqual([3, 4, 56]);
  });

  it("loses no second", () => {
    expect(threeZones([])).toEqual([0, 0, 0]);
    expect(threeZones([7])).toEqual([7, 0, 0]);
  });
});

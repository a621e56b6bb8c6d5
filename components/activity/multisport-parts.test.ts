import { describe, expect, it } from "vitest";
import { multisportFinding, multisportParts } from "./multisport-parts";

const at = (second: number, elapsedS: number, load: number | null = 10) => ({
  startedAt: new Date(Date.UTC(2026, 5, 7, 7, 0, second)),
  elapsedS,
  load,
});

describe("multisportParts", () => {
  it("orders the parts and tells the time between them", () => {
    const parts = multisportParts([at(2400, 1500), at(0, 600), at(723, 1650)]);
    expect(parts.map(({ transitionS }) => transitionS)).toEqual([null, 123, 27]);
    expect(multisportFinding(parts)).toBe(
      "1:05:00 from the first start to the last stop, 2:30 of it between the parts. Load 30 in all.",
    );
  });

  it("has no time between parts that follow at once or overlap", () => {
    const parts = multisportParts([at(0, 600), at(600, 300), at(850, 60)]);
    expect(parts.map(({ transitionS }) => transitionS)).toEqual([null, 0, 0]);
    expect(multisportFinding(parts)).toBe(
      "15:10 from the first start to the last stop. Load 30 in all.",
    );
  });

  it("adds no load up when one is missing", () => {
    expect(multisportFinding(multisportParts([at(0, 60), at(60, 60, null)]))).toBe(
      "2:00 from the first start to the last stop.",
    );
  });
});

import { describe, expect, it } from "vitest";
import type { RecordedLength } from "./activity-types";
import { swolf } from "./swolf";

const length = (durationS: number, strokes: number | null, isActive = true): RecordedLength => ({
  startS: 0,
  durationS,
  strokes,
  stroke: isActive ? "freestyle" : null,
  isActive,
});

describe("swolf", () => {
  it("is the mean of strokes and seconds over the lengths that were swum", () => {
    expect(swolf([length(25, 15), length(27, 17), length(30, null, false)])).toBe(42);
  });

  it("leaves out lengths without counted strokes, and has no value without any", () => {
    expect(swolf([length(25, 15), length(40, 0), length(40, null)])).toBe(40);
    expect(swolf([length(40, null)])).toBeNull();
    expect(swolf([])).toBeNull();
  });
});

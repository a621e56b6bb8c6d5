import { describe, expect, it } from "vitest";
import { describeCounts, doneOf } from "./describe-counts";

const counts = { waiting: 1, imported: 34, duplicate: 5, partial: 0, rejected: 2 };

describe("describeCounts", () => {
  it("names what there is and leaves out what there is not", () => {
    expect(describeCounts(counts)).toBe("34 imported, 5 already there, 2 refused, 1 waiting");
    expect(describeCounts({ waiting: 0, imported: 0, duplicate: 0, partial: 0, rejected: 0 })).toBe(
      "No files",
    );
  });
});

describe("doneOf", () => {
  it("counts every outcome as done and waiting as not", () => {
    expect(doneOf(counts)).toEqual({ done: 41, total: 42 });
  });
});

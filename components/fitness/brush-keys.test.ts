import { describe, expect, it } from "vitest";
import { brushKey } from "./brush-keys";
import { draggedWindow, movedWindow, SHORTEST_DAYS } from "./brush-window";

const LAST = 364;

describe("brushKey", () => {
  const shown = { from: 100, to: 200 };
  it("moves one end by a week, or by four", () => {
    expect(brushKey("ArrowLeft", "from", shown, LAST)).toEqual({ from: 93, to: 200 });
    expect(brushKey("PageUp", "to", shown, LAST)).toEqual({ from: 100, to: 228 });
  });
  it("goes to the ends, and never past the other end", () => {
    expect(brushKey("Home", "from", shown, LAST)).toEqual({ from: 0, to: 200 });
    expect(brushKey("End", "to", shown, LAST)).toEqual({ from: 100, to: LAST });
    expect(brushKey("End", "from", shown, LAST)).toEqual({ from: 200 - SHORTEST_DAYS, to: 200 });
  });
  it("leaves other keys alone", () => {
    expect(brushKey("Enter", "from", shown, LAST)).toBeNull();
  });
});

describe("draggedWindow", () => {
  it("is between the two places, whichever came first", () => {
    expect(draggedWindow(80.4, 20.2, LAST)).toEqual({ from: 20, to: 80 });
  });
  it("keeps the shortest stretch, also at the edge", () => {
    expect(draggedWindow(50, 51, LAST)).toEqual({ from: 50, to: 50 + SHORTEST_DAYS });
    expect(draggedWindow(LAST, LAST, LAST)).toEqual({ from: LAST - SHORTEST_DAYS, to: LAST });
  });
});

describe("movedWindow", () => {
  it("keeps its length and stops at the ends", () => {
    expect(movedWindow({ from: 10, to: 40 }, -30, LAST)).toEqual({ from: 0, to: 30 });
    expect(movedWindow({ from: 10, to: 40 }, 999, LAST)).toEqual({ from: LAST - 30, to: LAST });
  });
});

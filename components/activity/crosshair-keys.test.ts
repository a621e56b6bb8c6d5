import { describe, expect, it } from "vitest";
import type { CrosshairState } from "./crosshair";
import { crosshairKey } from "./crosshair-keys";
import { zoomRange } from "./zoom-range";

const view = { fromS: 0, toS: 2000 };
const away: CrosshairState = { cursorS: null, selection: null };
const plain = (key: string) => ({ key, shiftKey: false });
const shift = (key: string) => ({ key, shiftKey: true });

describe("crosshairKey", () => {
  it("walks, strides and stops at the ends", () => {
    const at = { cursorS: 1000, selection: null };
    expect(crosshairKey(plain("ArrowRight"), at, view, 2000)?.crosshair?.cursorS).toBe(1010);
    expect(crosshairKey(plain("ArrowLeft"), at, view, 2000)?.crosshair?.cursorS).toBe(990);
    expect(crosshairKey(plain("PageUp"), at, view, 2000)?.crosshair?.cursorS).toBe(1167);
    expect(crosshairKey(plain("End"), at, view, 2000)?.crosshair?.cursorS).toBe(2000);
    expect(
      crosshairKey(plain("ArrowLeft"), { cursorS: 3, selection: null }, view, 2000)?.crosshair,
    ).toEqual({ cursorS: 0 });
  });

  it("starts from the beginning when the crosshair is away", () => {
    expect(crosshairKey(plain("ArrowRight"), away, view, 2000)?.crosshair?.cursorS).toBe(10);
  });

  it("selects with Shift, and lets the edge under the crosshair follow", () => {
    const first = crosshairKey(shift("ArrowRight"), { cursorS: 100, selection: null }, view, 2000);
    expect(first?.crosshair).toEqual({ cursorS: 110, selection: { fromS: 100, toS: 110 } });
    const grown = crosshairKey(
      shift("ArrowRight"),
      { cursorS: 110, selection: { fromS: 100, toS: 110 } },
      view,
      2000,
    );
    expect(grown?.crosshair?.selection).toEqual({ fromS: 100, toS: 120 });
    const back = crosshairKey(
      shift("ArrowLeft"),
      { cursorS: 110, selection: { fromS: 100, toS: 110 } },
      view,
      2000,
    );
    expect(back?.crosshair?.selection).toBeNull();
  });

  it("goes one step back at a time with Escape", () => {
    const selected = { cursorS: 5, selection: { fromS: 1, toS: 9 } };
    expect(crosshairKey(plain("Escape"), selected, view, 2000)).toEqual({
      crosshair: { selection: null },
    });
    expect(crosshairKey(plain("Escape"), away, view, 2000)).toEqual({ zoom: "all" });
  });

  it("leaves every other key alone", () => {
    expect(crosshairKey(plain("Tab"), away, view, 2000)).toBeNull();
    expect(crosshairKey(plain("Enter"), away, view, 2000)).toBeNull();
  });
});

describe("zoomRange", () => {
  it("halves around the crosshair and doubles back to everything", () => {
    const closer = zoomRange("in", view, 2000, { cursorS: 600, selection: null });
    expect(closer).toEqual({ fromS: 100, toS: 1100 });
    expect(zoomRange("out", { fromS: 100, toS: 1100 }, 2000, away)).toBeNull();
  });

  it("shows a selection, never less than twenty seconds", () => {
    const state = { cursorS: null, selection: { fromS: 500, toS: 505 } };
    expect(zoomRange("selection", view, 2000, state)).toEqual({ fromS: 493, toS: 513 });
  });

  it("stays inside the activity", () => {
    expect(zoomRange("in", view, 2000, { cursorS: 1990, selection: null })).toEqual({
      fromS: 1000,
      toS: 2000,
    });
  });
});

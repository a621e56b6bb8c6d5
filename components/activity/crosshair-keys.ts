import type { CrosshairState, TimeRange } from "./crosshair";

export type KeyPress = { readonly key: string; readonly shiftKey: boolean };

/** What a key does: moves the crosshair, changes the selection, or changes what is shown. */
export type KeyEffect = {
  readonly crosshair?: Partial<CrosshairState>;
  /** "selection", "in", "out" or "all". */
  readonly zoom?: ZoomStep;
};
export type ZoomStep = "selection" | "in" | "out" | "all";

const STEPS_PER_VIEW = 200;
const PAGES_PER_VIEW = 12;

/**
 * The keyboard's way through the chart. Arrows walk, with Shift they select, Page Up and
 * Page Down stride, Home and End go to the ends of the view, Enter shows the selection,
 * + and − zoom, Escape goes one step back. Null for every other key.
 */
export function crosshairKey(
  press: KeyPress,
  state: CrosshairState,
  view: TimeRange,
  lengthS: number,
): KeyEffect | null {
  const moved = movedTo(press.key, state.cursorS, view);
  if (moved !== null)
    return move(Math.min(lengthS, Math.max(0, moved)), press.shiftKey, state, view);
  switch (press.key) {
    case "Enter":
      return state.selection === null ? null : { zoom: "selection" };
    case "+":
    case "=":
      return { zoom: "in" };
    case "-":
      return { zoom: "out" };
    case "Escape":
      return state.selection === null ? { zoom: "all" } : { crosshair: { selection: null } };
    default:
      return null;
  }
}

function movedTo(key: string, cursorS: number | null, view: TimeRange): number | null {
  const span = view.toS - view.fromS;
  const at = cursorS ?? view.fromS;
  const step = Math.max(1, Math.round(span / STEPS_PER_VIEW));
  const page = Math.max(1, Math.round(span / PAGES_PER_VIEW));
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return at + step;
    case "ArrowLeft":
    case "ArrowDown":
      return at - step;
    case "PageUp":
      return at + page;
    case "PageDown":
      return at - page;
    case "Home":
      return view.fromS;
    case "End":
      return view.toS;
    default:
      return null;
  }
}

function move(toS: number, extend: boolean, state: CrosshairState, view: TimeRange): KeyEffect {
  if (!extend) return { crosshair: { cursorS: toS } };
  const fromS = state.cursorS ?? view.fromS;
  return { crosshair: { cursorS: toS, selection: extended(state.selection, fromS, toS) } };
}

/** The edge that the crosshair stands on moves with it; without one, the stretch walked begins. */
function extended(selection: TimeRange | null, fromS: number, toS: number): TimeRange | null {
  const anchor =
    selection === null
      ? fromS
      : Math.abs(selection.toS - fromS) < 1
        ? selection.fromS
        : selection.toS;
  if (anchor === toS) return null;
  return { fromS: Math.min(anchor, toS), toS: Math.max(anchor, toS) };
}

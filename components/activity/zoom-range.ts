import type { CrosshairState, TimeRange } from "./crosshair";
import type { ZoomStep } from "./crosshair-keys";

/** Nothing is drawn finer than this. */
const SHORTEST_S = 20;

/** The stretch that a zoom step shows; null for the whole activity. */
export function zoomRange(
  step: ZoomStep,
  view: TimeRange,
  lengthS: number,
  { cursorS, selection }: CrosshairState,
): TimeRange | null {
  if (step === "all") return null;
  if (selection !== null && step !== "out") return within(selection.fromS, selection.toS, lengthS);
  const span = (view.toS - view.fromS) * (step === "out" ? 2 : 0.5);
  const middle =
    cursorS !== null && cursorS >= view.fromS && cursorS <= view.toS
      ? cursorS
      : (view.fromS + view.toS) / 2;
  return within(middle - span / 2, middle + span / 2, lengthS);
}

/** Pulled inside the activity and stretched to the shortest view; null when it is all of it. */
function within(fromS: number, toS: number, lengthS: number): TimeRange | null {
  const span = Math.min(lengthS, Math.max(SHORTEST_S, toS - fromS));
  const middle = (fromS + toS) / 2;
  const from = Math.round(Math.min(lengthS - span, Math.max(0, middle - span / 2)));
  const to = Math.min(lengthS, Math.round(from + span));
  return from <= 0 && to >= lengthS ? null : { fromS: from, toS: to };
}

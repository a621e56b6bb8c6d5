import type { ActivityStreamsBody } from "@/lib/schemas/activity";
import type { TimeRange } from "./crosshair";
import type { PaneGroundProps } from "./pane-ground";
import type { StreamPane } from "./stream-pane";
import { PANE_GAP_PX, type ZoneBoundaries } from "./stream-panes";
import type { OverlayPane } from "./streams-overlay";

/** One pane with its line, axis and ground, at its place below the others. */
export type DrawnPane = OverlayPane & { readonly ground: PaneGroundProps };

/** The panes that have a line, from top to bottom. */
export function drawPanes(
  panes: readonly StreamPane[],
  body: ActivityStreamsBody,
  boundaries: ZoneBoundaries,
  range: TimeRange,
): DrawnPane[] {
  let topPx = 0;
  return panes.flatMap((pane) => {
    const line = body.lines[pane.name];
    if (line === undefined) return [];
    const shown = pane.extent(line);
    const drawn = {
      pane,
      shown,
      topPx,
      line: { timeS: line.timeS, values: line.values },
      ground: {
        pane,
        shown,
        boundaries: boundaries[pane.name] ?? [],
        pauses: body.pauses,
        range,
      },
    };
    topPx += pane.heightPx + PANE_GAP_PX;
    return [drawn];
  });
}

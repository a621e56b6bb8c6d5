import type uPlot from "uplot";
import type { Extent } from "@/lib/training/activity/channel-extent";
import type { TimeRange } from "./crosshair";
import type { StreamPane } from "./stream-pane";
import { plotHeightPx } from "./stream-panes";

export type LineView = {
  readonly pane: StreamPane;
  readonly shown: Extent;
  readonly range: TimeRange;
};

/**
 * How uPlot draws one pane's line, and nothing but the line: axes, zones, crosshair and keys are
 * ours. Everything is read through `current` when it draws, so that zooming and a change of
 * theme need no new chart.
 */
export function lineOptions(
  current: () => LineView,
  width: number,
  onDrawn: () => void,
): uPlot.Options {
  const { pane } = current();
  return {
    width,
    height: plotHeightPx(pane),
    padding: [0, 0, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, range: () => [current().range.fromS, current().range.toS] },
      y: { range: () => [current().shown.min, current().shown.max] },
    },
    axes: [{ show: false }, { show: false }],
    series: [
      {},
      {
        stroke: () => colourOf(pane.colour),
        width: 1.4,
        points: { show: false },
        ...(pane.isFilled ? { fill: () => withAlpha(colourOf(pane.colour), 0.16) } : {}),
      },
    ],
    hooks: { draw: [onDrawn] },
  };
}

function colourOf(property: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim();
}

function withAlpha(colour: string, alpha: number): string {
  return `color-mix(in srgb, ${colour} ${alpha * 100}%, transparent)`;
}

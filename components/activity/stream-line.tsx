"use client";

import { useEffect, useRef, useState } from "react";
import type uPlot from "uplot";
import type { Extent } from "@/lib/training/activity/channel-extent";
import type { TimeRange } from "./crosshair";
import { type LineView, lineOptions } from "./line-options";
import type { StreamPane } from "./stream-pane";
import { AXIS_RIGHT_PX, AXIS_WIDTH_PX, PANE_PAD_TOP_PX, plotHeightPx } from "./stream-panes";
import { streamArea, streamPath } from "./stream-path";

type Props = {
  pane: StreamPane;
  shown: Extent;
  range: TimeRange;
  line: { readonly timeS: readonly number[]; readonly values: readonly (number | null)[] };
};

/**
 * A pane's line: a path in the first HTML, a canvas of the same line once its library has come
 * and drawn. Decoration for whoever cannot see it: the readout and the table say the same.
 */
export function StreamLine(props: Props) {
  const { pane, shown, range, line } = props;
  const host = useRef<HTMLDivElement>(null);
  const isDrawn = useCanvas(host, props);
  return (
    <div
      ref={host}
      aria-hidden="true"
      className="absolute"
      style={{ top: PANE_PAD_TOP_PX, left: AXIS_WIDTH_PX, right: AXIS_RIGHT_PX }}
    >
      {isDrawn ? null : (
        <svg
          aria-hidden="true"
          data-stream={pane.name}
          width="100%"
          height={plotHeightPx(pane)}
          viewBox={`${range.fromS} 0 ${range.toS - range.fromS} 100`}
          preserveAspectRatio="none"
          className="absolute inset-0 block"
        >
          {pane.isFilled ? (
            <path d={streamArea(line, shown)} fill={`var(${pane.colour})`} opacity="0.16" />
          ) : null}
          <path
            d={streamPath(line, shown)}
            fill="none"
            stroke={`var(${pane.colour})`}
            strokeWidth="1.4"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      )}
    </div>
  );
}

/** Puts the canvas into `host` and keeps it in step; true once it has drawn. */
function useCanvas(host: React.RefObject<HTMLDivElement | null>, props: Props): boolean {
  const { pane, shown, range, line } = props;
  const chart = useRef<uPlot>(null);
  const latest = useRef<LineView>({ pane, shown, range });
  const latestLine = useRef(line);
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => {
    latest.current = { pane, shown, range };
    latestLine.current = line;
    chart.current?.setData([line.timeS as number[], line.values as (number | null)[]]);
  }, [pane, shown, range, line]);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    let isCurrent = true;
    const size = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width > 0) {
        chart.current?.setSize({ width, height: plotHeightPx(latest.current.pane) });
      }
    });
    const theme = new MutationObserver(() => chart.current?.redraw(false, true));
    const draw = (UPlot: typeof import("uplot")) => {
      if (!isCurrent) return;
      const { timeS, values } = latestLine.current;
      chart.current = new UPlot(
        lineOptions(
          () => latest.current,
          element.clientWidth,
          () => setIsDrawn(true),
        ),
        [timeS as number[], values as (number | null)[]],
        element,
      );
      size.observe(element);
      theme.observe(document.documentElement, { attributeFilter: ["class"] });
    };
    // Without a network the drawing that stands there stays.
    import("uplot").then(
      (module) => draw(module.default),
      () => undefined,
    );
    return () => {
      isCurrent = false;
      size.disconnect();
      theme.disconnect();
      chart.current?.destroy();
      chart.current = null;
    };
  }, [host]);
  return isDrawn;
}

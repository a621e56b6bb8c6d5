"use client";

import "uplot/dist/uPlot.min.css";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { activityStreamsQuery } from "@/lib/queries/activities";
import type { ActivityStreamsBody, StreamName } from "@/lib/schemas/activity";
import type { Sport } from "@/lib/training/activity/activity-types";
import type { UnitSystem } from "@/lib/units/unit-system";
import { type TimeRange, useCrosshair } from "./crosshair";
import type { ZoomStep } from "./crosshair-keys";
import { ElapsedAxis } from "./elapsed-axis";
import type { PaneDrawing } from "./pane-options";
import { SelectionBar } from "./selection-bar";
import { StreamCanvas } from "./stream-canvas";
import {
  AXIS_RIGHT_PX,
  AXIS_WIDTH_PX,
  PANE_GAP_PX,
  streamPanes,
  type ZoneBoundaries,
} from "./stream-panes";
import { type OverlayPane, StreamsOverlay } from "./streams-overlay";
import { StreamsReadout } from "./streams-readout";
import { StreamsSkeleton } from "./streams-skeleton";
import { zoomRange } from "./zoom-range";

export type StreamsChartProps = {
  activityId: string;
  sport: Sport;
  units: UnitSystem;
  /** The streams that were recorded, so that the place is kept before they arrive. */
  names: readonly StreamName[];
  lengthS: number;
  boundaries: ZoneBoundaries;
};

const SMOOTHING = [
  { value: "0", label: "Raw" },
  { value: "10", label: "10 s" },
  { value: "30", label: "30 s" },
] as const;
type Smoothing = (typeof SMOOTHING)[number]["value"];

const POINTS_STEP = 200;
/** Past this an activity's raw seconds are a thicket at page width. */
const CALM_FROM_S = 1800;
const HINT = "Point at the chart, or walk it with the arrow keys.";

export default function StreamsChart(props: StreamsChartProps) {
  const { activityId, sport, units, names, lengthS, boundaries } = props;
  const [host, width] = useWidth();
  const [range, setRange] = useState<TimeRange | null>(null);
  const [smoothing, setSmoothing] = useState<Smoothing>(lengthS > CALM_FROM_S ? "10" : "0");
  const crosshair = useCrosshair();
  const describedBy = useId();
  const points = Math.max(POINTS_STEP, Math.ceil(width / POINTS_STEP) * POINTS_STEP);
  const query = useQuery({
    ...activityStreamsQuery(activityId, { points, smoothS: Number(smoothing), range }),
    enabled: width > 0,
  });
  const view = useMemo(() => range ?? { fromS: 0, toS: lengthS }, [range, lengthS]);
  const panes = useMemo(() => streamPanes(names, sport, units), [names, sport, units]);
  const drawn = useMemo(
    () => (query.data ? drawPanes(panes, query.data, boundaries, view) : []),
    [panes, query.data, boundaries, view],
  );
  const reachS = Math.max(3, ((view.toS - view.fromS) / points) * 3);
  const heightPx = panes.reduce((sum, pane) => sum + pane.heightPx + PANE_GAP_PX, -PANE_GAP_PX);
  function onZoom(step: ZoomStep) {
    setRange(zoomRange(step, view, lengthS, crosshair.get()));
  }
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <StreamsReadout
          panes={drawn}
          pauses={query.data?.pauses ?? []}
          reachS={reachS}
          hint={HINT}
        />
        <SegmentedControl<Smoothing>
          label="Smoothing"
          options={SMOOTHING}
          value={smoothing}
          onChange={setSmoothing}
        />
      </div>
      <p id={describedBy} className="sr-only">
        Arrow keys move, with Shift they select. Page Up and Page Down move further. Enter zooms to
        the selection, plus and minus zoom, Escape goes back. The same values stand in the table.
      </p>
      <div ref={host} className="relative">
        {query.isError ? (
          <Failed message={query.error.message} onRetry={() => void query.refetch()} />
        ) : null}
        {drawn.length === 0 ? <StreamsSkeleton names={names} /> : null}
        {drawn.map(({ pane, line, drawing }, i) => (
          <div key={pane.name} className={i === 0 ? "relative" : "relative mt-2.5"}>
            <span
              aria-hidden="true"
              className={`pointer-events-none absolute top-0 left-[52px] z-10 text-xs font-medium ${pane.ink}`}
            >
              {pane.label}
            </span>
            <StreamCanvas drawing={drawing} {...line} width={width} />
          </div>
        ))}
        {drawn.length === 0 ? null : (
          <>
            <ElapsedAxis view={view} width={width} />
            <StreamsOverlay
              panes={drawn}
              view={view}
              lengthS={lengthS}
              reachS={reachS}
              heightPx={heightPx}
              plotWidthPx={Math.max(1, width - AXIS_WIDTH_PX - AXIS_RIGHT_PX)}
              describedBy={describedBy}
              onZoom={onZoom}
            />
          </>
        )}
      </div>
      <SelectionBar
        activityId={activityId}
        sport={sport}
        units={units}
        lengthS={lengthS}
        isZoomed={range !== null}
        onZoom={onZoom}
      />
    </div>
  );
}

type DrawnPane = OverlayPane & { readonly drawing: PaneDrawing };

function drawPanes(
  panes: readonly ReturnType<typeof streamPanes>[number][],
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
      drawing: {
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

function Failed({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <Alert
      tone="error"
      role="alert"
      title="The streams could not be loaded."
      action={
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {message}
    </Alert>
  );
}

function useWidth() {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (host.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);
  return [host, width] as const;
}

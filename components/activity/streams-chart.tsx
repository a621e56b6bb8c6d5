"use client";

import "uplot/dist/uPlot.min.css";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useMemo, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { type Packed, unpack } from "@/lib/packed";
import { activityStreamsQuery, type StreamsView } from "@/lib/queries/activities";
import type { ActivityStreamsBody, StreamName } from "@/lib/schemas/activity";
import type { Sport } from "@/lib/training/activity/sports";
import type { UnitSystem } from "@/lib/units/unit-system";
import { type TimeRange, useCrosshair } from "./crosshair";
import type { ZoomStep } from "./crosshair-keys";
import { CHART_POINTS, defaultView } from "./default-view";
import { drawPanes } from "./draw-panes";
import { ElapsedAxis } from "./elapsed-axis";
import { PaneGround } from "./pane-ground";
import { SelectionBar } from "./selection-bar";
import { StreamLine } from "./stream-line";
import { PANE_GAP_PX, streamPanes, type ZoneBoundaries } from "./stream-panes";
import { StreamsExport } from "./streams-export";
import { StreamsOverlay } from "./streams-overlay";
import { StreamsReadout } from "./streams-readout";
import { zoomRange } from "./zoom-range";

export type StreamsChartProps = {
  activityId: string;
  sport: Sport;
  units: UnitSystem;
  /** The streams that were recorded. */
  names: readonly StreamName[];
  lengthS: number;
  /** What W′ balance was worked out with; null where none is shown. */
  capacity: NonNullable<StreamsView["capacity"]> | null;
  boundaries: ZoneBoundaries;
  /** The lines of `defaultView`, as the server thinned them. */
  first: Packed<ActivityStreamsBody>;
  /** What the image says. */
  title: string;
  finding: string;
  /** Of the image and the numbers, without extension and without a name of anybody. */
  fileName: string;
  /** The chart's twin, under it. */
  table: ReactNode;
};

const SMOOTHING = [
  { value: "0", label: "Raw" },
  { value: "10", label: "10 s" },
  { value: "30", label: "30 s" },
] as const;
type Smoothing = (typeof SMOOTHING)[number]["value"];

const HINT = "Point at the chart, or walk it with the arrow keys.";

/** Lines that stand in the first HTML and are explored by pointer or keys once the script is there. */
export function StreamsChart(props: StreamsChartProps) {
  const { activityId, sport, units, names, lengthS, boundaries } = props;
  const [range, setRange] = useState<TimeRange | null>(null);
  const firstView = useMemo(() => defaultView(lengthS), [lengthS]);
  const firstBody = useMemo(() => unpack(props.first), [props.first]);
  const [smoothing, setSmoothing] = useState(String(firstView.smoothS) as Smoothing);
  const crosshair = useCrosshair();
  const describedBy = useId();
  const isFirst = range === null && Number(smoothing) === firstView.smoothS;
  const query = useQuery({
    ...activityStreamsQuery(activityId, {
      points: CHART_POINTS,
      smoothS: Number(smoothing),
      range,
      capacity: props.capacity,
    }),
    ...(isFirst ? { initialData: firstBody } : {}),
  });
  const view = useMemo(() => range ?? { fromS: 0, toS: lengthS }, [range, lengthS]);
  const panes = useMemo(() => streamPanes(names, sport, units), [names, sport, units]);
  const drawn = useMemo(
    () => (query.data ? drawPanes(panes, query.data, boundaries, view) : []),
    [panes, query.data, boundaries, view],
  );
  const reachS = Math.max(3, ((view.toS - view.fromS) / CHART_POINTS) * 3);
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
      <div className="relative">
        {query.isError ? (
          <Failed message={query.error.message} onRetry={() => void query.refetch()} />
        ) : null}
        {drawn.map((one, i) => (
          <div
            key={one.pane.name}
            className={i === 0 ? "relative" : "relative mt-2.5"}
            style={{ height: one.pane.heightPx }}
          >
            <span
              aria-hidden="true"
              className={`pointer-events-none absolute top-0 left-[52px] z-10 text-xs font-medium ${one.pane.ink}`}
            >
              {one.pane.label}
            </span>
            <PaneGround {...one.ground} />
            <StreamLine pane={one.pane} shown={one.shown} range={view} line={one.line} />
          </div>
        ))}
        {drawn.length === 0 ? null : (
          <>
            <ElapsedAxis view={view} />
            <StreamsOverlay
              panes={drawn}
              view={view}
              lengthS={lengthS}
              reachS={reachS}
              heightPx={heightPx}
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
      <div className="mt-2 flex flex-wrap items-start justify-between gap-x-4">
        {props.table}
        <StreamsExport {...props} panes={drawn} range={range} />
      </div>
    </div>
  );
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

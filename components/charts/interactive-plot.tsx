"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import {
  CartesianGrid,
  ComposedChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
} from "recharts";
import { PlotLegend } from "./plot-legend";
import { flagLine, marks, projectedMarks } from "./plot-marks";
import type { PlotBand, PlotModel, PlotPanel } from "./plot-model";
import { rowsOf } from "./plot-rows";
import { AXIS_HEIGHT_PX, PANEL_GAP_PX, TOP_PX } from "./plot-size";
import { valueText } from "./value-text";

const BAND_FILL: Readonly<Record<PlotBand["tone"], string>> = {
  go: "var(--go-soft)",
  ease: "var(--ease-soft)",
  rest: "var(--rest-soft)",
  accent: "var(--accent-soft)",
};

/**
 * The same model, explored by pointer or arrow keys. One crosshair runs through all
 * panels; what it stands on is read out above, where the legend was, and spoken once.
 */
export function InteractivePlot({ model }: { model: PlotModel }) {
  const syncId = useId();
  const router = useRouter();
  const [active, setActive] = useState<number | null>(null);
  const isFinger = useRef(false);
  // A finger lifts; what it read stays, with the link to its day.
  const onActive = useCallback((index: number | null) => {
    if (index !== null || !isFinger.current) setActive(index);
  }, []);
  const at = active ?? model.marker?.at ?? model.labels.length - 1;
  const href = active === null ? null : (model.hrefs?.[active] ?? null);
  const open = () => {
    if (href !== null) router.push(href as Route);
  };
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") open();
  }
  return (
    <div>
      <PlotLegend model={model} at={at} />
      <p className="sr-only" aria-live="polite">
        {active === null ? "" : spoken(model, active)}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the charts inside take the focus */}
      <div
        className={href === null ? undefined : "[&_svg]:cursor-pointer"}
        onPointerDownCapture={(event) => {
          isFinger.current = event.pointerType === "touch";
        }}
        onPointerMoveCapture={(event) => {
          isFinger.current = event.pointerType === "touch";
        }}
        onClick={() => {
          if (!isFinger.current) open();
        }}
        onKeyDown={onKeyDown}
      >
        {model.panels.map((panel, index) => (
          <Panel
            key={panel.series.map((one) => one.name).join()}
            panel={panel}
            model={model}
            syncId={syncId}
            isFirst={index === 0}
            isLast={index === model.panels.length - 1}
            onActive={onActive}
          />
        ))}
      </div>
    </div>
  );
}

type PanelProps = {
  readonly panel: PlotPanel;
  readonly model: PlotModel;
  readonly syncId: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onActive: (index: number | null) => void;
};

function Panel({ panel, model, syncId, isFirst, isLast, onActive }: PanelProps) {
  const height = panel.heightPx + PANEL_GAP_PX + TOP_PX + (isLast ? AXIS_HEIGHT_PX : 0);
  const bottom = PANEL_GAP_PX;
  const projection = model.projection ?? null;
  const tickTexts = new Map(panel.ticks.map((tick) => [tick.at, tick.text]));
  const dayTexts = new Map(model.ticks.map((tick) => [tick.at, tick.text]));
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
      <ComposedChart
        data={rowsOf(panel, model.labels.length, projection)}
        syncId={syncId}
        margin={{ top: TOP_PX, right: 0, left: 0, bottom: isLast ? 0 : bottom }}
        barCategoryGap="14%"
        accessibilityLayer
        title={panel.series.map((one) => one.name).join(", ")}
      >
        <ActiveIndex onChange={onActive} />
        <CartesianGrid vertical={false} syncWithTicks stroke="var(--line)" />
        {panel.bands.map((band) => (
          <ReferenceArea
            key={band.label}
            y1={Math.max(band.low, panel.min)}
            y2={Math.min(band.high, panel.max)}
            fill={BAND_FILL[band.tone]}
            fillOpacity={0.7}
          />
        ))}
        <XAxis
          dataKey="i"
          scale="band"
          height={isLast ? AXIS_HEIGHT_PX + bottom : 1}
          tick={isLast ? { fontSize: 11, fill: "var(--faint)" } : false}
          tickMargin={bottom}
          ticks={model.ticks.map((tick) => tick.at)}
          tickFormatter={(i: number) => dayTexts.get(i) ?? ""}
          interval={0}
          axisLine={false}
          tickLine={false}
        />
        <YAxis
          width={36}
          domain={[panel.min, panel.max]}
          ticks={panel.ticks.map((tick) => tick.at)}
          tickFormatter={(value: number) => tickTexts.get(value) ?? ""}
          tick={{ fontSize: 11, fill: "var(--faint)" }}
          tickMargin={4}
          interval={0}
          axisLine={false}
          tickLine={false}
          allowDataOverflow
        />
        <Tooltip
          content={() => null}
          cursor={{ stroke: "var(--ink)", strokeOpacity: 0.4, fill: "none" }}
        />
        {panel.series.map((series) => marks(series))}
        {projection && panel.series.map((series) => projectedMarks(series))}
        {model.marker && (
          <ReferenceLine x={model.marker.at} stroke="var(--ink)" strokeOpacity={0.5} />
        )}
        {isFirst && model.flags?.map((flag, i) => flagLine(flag, model.labels.length, i))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** Sits inside the chart, because only there the active point is known (also by keyboard). */
function ActiveIndex({ onChange }: { onChange: (index: number | null) => void }) {
  const label = useActiveTooltipLabel();
  const index = label === undefined ? null : Number(label);
  useEffect(() => onChange(index), [index, onChange]);
  return null;
}

function spoken(model: PlotModel, at: number): string {
  const values = model.panels
    .flatMap((panel) => panel.series)
    .map((one) => `${one.name} ${valueText(one, at)}`);
  const supposed = model.projection && at >= model.projection.from ? model.projection.label : "";
  const enter = model.hrefs?.[at] == null ? "" : ". Enter opens it";
  return `${model.labels[at] ?? ""} ${supposed}: ${values.join(", ")}${enter}`.replace(" :", ":");
}

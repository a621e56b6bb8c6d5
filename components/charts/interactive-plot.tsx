"use client";

import { useEffect, useId, useState } from "react";
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
} from "recharts";
import { PLOT_COLOURS } from "./plot-colours";
import { PlotLegend } from "./plot-legend";
import type { PlotBand, PlotModel, PlotPanel, PlotSeries } from "./plot-model";
import { AXIS_HEIGHT_PX, PANEL_GAP_PX, TOP_PX } from "./plot-size";
import { valueText } from "./value-text";

const BAND_FILL: Readonly<Record<PlotBand["tone"], string>> = {
  go: "var(--go-soft)",
  ease: "var(--ease-soft)",
  rest: "var(--rest-soft)",
  accent: "var(--accent-soft)",
};

type Row = Record<string, number | [number, number] | null>;

/**
 * The same model, explored by pointer or arrow keys. One crosshair runs through all
 * panels; what it stands on is read out above, where the legend was, and spoken once.
 */
export function InteractivePlot({ model }: { model: PlotModel }) {
  const syncId = useId();
  const [active, setActive] = useState<number | null>(null);
  const at = active ?? model.marker?.at ?? model.labels.length - 1;
  return (
    <div>
      <PlotLegend model={model} at={at} />
      <p className="sr-only" aria-live="polite">
        {active === null ? "" : spoken(model, active)}
      </p>
      <div>
        {model.panels.map((panel, index) => (
          <Panel
            key={panel.series.map((one) => one.name).join()}
            panel={panel}
            model={model}
            syncId={syncId}
            isLast={index === model.panels.length - 1}
            onActive={setActive}
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
  readonly isLast: boolean;
  readonly onActive: (index: number | null) => void;
};

function Panel({ panel, model, syncId, isLast, onActive }: PanelProps) {
  const height = panel.heightPx + PANEL_GAP_PX + TOP_PX + (isLast ? AXIS_HEIGHT_PX : 0);
  const bottom = PANEL_GAP_PX;
  const tickTexts = new Map(panel.ticks.map((tick) => [tick.at, tick.text]));
  const dayTexts = new Map(model.ticks.map((tick) => [tick.at, tick.text]));
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
      <ComposedChart
        data={rowsOf(panel, model.labels.length)}
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
        {model.marker && (
          <ReferenceLine x={model.marker.at} stroke="var(--ink)" strokeOpacity={0.5} />
        )}
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

function marks(series: PlotSeries) {
  const colour = PLOT_COLOURS[series.colour].variable;
  const common = {
    dataKey: series.name,
    name: series.name,
    isAnimationActive: false,
    connectNulls: false,
    type: "linear",
    stroke: colour,
    activeDot: { r: 3.5, fill: colour, stroke: "var(--surface)", strokeWidth: 1.5 },
  } as const;
  switch (series.kind) {
    case "bars":
    case "stacked":
      return (
        <Bar
          key={series.name}
          dataKey={series.name}
          fill={colour}
          isAnimationActive={false}
          {...(series.kind === "stacked" ? { stackId: "stack" } : {})}
        />
      );
    case "range":
      return (
        <Area
          key={series.name}
          {...common}
          stroke="none"
          fill={colour}
          fillOpacity={0.15}
          activeDot={false}
        />
      );
    case "area":
      return (
        <Area
          key={series.name}
          {...common}
          strokeWidth={1.75}
          fill={colour}
          fillOpacity={0.15}
          baseValue={0}
        />
      );
    case "dots":
      return (
        <Line
          key={series.name}
          {...common}
          stroke="none"
          dot={{ r: 2, fill: colour, fillOpacity: 0.6, stroke: "none" }}
        />
      );
    default:
      return (
        <Line
          key={series.name}
          {...common}
          dot={false}
          strokeWidth={series.kind === "dashed" ? 1.5 : 2}
          {...(series.kind === "dashed" ? { strokeDasharray: "4 3" } : {})}
        />
      );
  }
}

function rowsOf(panel: PlotPanel, count: number): Row[] {
  return Array.from({ length: count }, (_, i) => {
    const row: Row = { i };
    for (const series of panel.series) row[series.name] = cell(series, i);
    return row;
  });
}

function cell(series: PlotSeries, index: number): number | [number, number] | null {
  const value = series.values[index] ?? null;
  if (value === null || series.kind !== "range") return value;
  const low = series.low?.[index] ?? null;
  return low === null ? null : [low, value];
}

function spoken(model: PlotModel, at: number): string {
  const values = model.panels
    .flatMap((panel) => panel.series)
    .map((one) => `${one.name} ${valueText(one, at)}`);
  return `${model.labels[at] ?? ""}: ${values.join(", ")}`;
}

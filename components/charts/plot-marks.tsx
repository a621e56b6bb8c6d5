import { Area, Bar, Line, ReferenceLine } from "recharts";
import { PLOT_COLOURS } from "./plot-colours";
import type { PlotSeries, PlotTick } from "./plot-model";
import { aheadKey } from "./plot-rows";
import { flagRowPx } from "./plot-size";
import { PROJECTED_BAR_OPACITY } from "./series-marks";

/** How the interactive chart draws a series. */
export function marks(series: PlotSeries) {
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
          stackId={stackOf(series)}
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

/** What is supposed stands in the place of what was measured. */
function stackOf(series: PlotSeries): string {
  return series.kind === "stacked" ? "stack" : series.name;
}

/** The same series where it is only supposed. */
export function projectedMarks(series: PlotSeries) {
  if (series.kind === "bars" || series.kind === "stacked") {
    return (
      <Bar
        key={`${series.name} ahead`}
        dataKey={aheadKey(series)}
        fill={PLOT_COLOURS[series.colour].variable}
        fillOpacity={PROJECTED_BAR_OPACITY}
        isAnimationActive={false}
        stackId={stackOf(series)}
      />
    );
  }
  if (series.kind !== "line" && series.kind !== "dashed" && series.kind !== "area") return null;
  const colour = PLOT_COLOURS[series.colour].variable;
  return (
    <Line
      key={`${series.name} ahead`}
      dataKey={aheadKey(series)}
      type="linear"
      stroke={colour}
      strokeWidth={series.kind === "line" ? 2 : 1.5}
      strokeDasharray="2 4"
      strokeOpacity={0.75}
      dot={false}
      activeDot={{ r: 3.5, fill: colour, stroke: "var(--surface)", strokeWidth: 1.5 }}
      isAnimationActive={false}
    />
  );
}

/** A named day as a line through the panel. */
export function flagLine(flag: PlotTick, count: number, index: number) {
  return (
    <ReferenceLine
      key={`${flag.at}${flag.text}`}
      x={flag.at}
      stroke="var(--rest)"
      strokeDasharray="1 3"
      label={{
        value: flag.text,
        position: flag.at > count / 2 ? "insideTopRight" : "insideTopLeft",
        fontSize: 11,
        fontWeight: 500,
        fill: "var(--rest)",
        offset: 5,
        dy: flagRowPx(index),
        stroke: "var(--surface)",
        strokeWidth: 3,
        paintOrder: "stroke",
      }}
    />
  );
}

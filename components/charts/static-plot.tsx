"use client";

import { barsPath } from "./bars-path";
import { dotsPath, linePath } from "./line-path";
import { PLOT_COLOURS } from "./plot-colours";
import type { PlotBand, PlotModel, PlotPanel, PlotSeries, Values } from "./plot-model";
import { type PlotScale, plotScale, pointPercent } from "./plot-scale";
import { AXIS_HEIGHT_PX, PANEL_GAP_PX, TOP_PX } from "./plot-size";
import { rangePath } from "./range-path";
import { stackFloors } from "./stack-floors";
import { Stretched } from "./stretched";

const BAND_FILL: Readonly<Record<PlotBand["tone"], string>> = {
  go: "fill-go-soft",
  ease: "fill-ease-soft",
  rest: "fill-rest-soft",
  accent: "fill-accent-soft",
};

/**
 * The chart as plain SVG, there in the first HTML: one path per series, whatever the number of points.
 * Marks stretch with the width, text and strokes do not.
 */
export function StaticPlot({ model }: { model: PlotModel }) {
  const count = model.labels.length;
  return (
    <div className="pl-9">
      {model.panels.map((panel) => (
        <PanelDrawing
          key={panel.series.map((one) => one.name).join()}
          panel={panel}
          count={count}
          marker={model.marker?.at ?? null}
        />
      ))}
      <svg
        width="100%"
        height={AXIS_HEIGHT_PX}
        className="block overflow-visible"
        aria-hidden="true"
      >
        {model.ticks.map((tick) => (
          <text
            key={tick.at}
            x={pointPercent(tick.at, count)}
            y={16}
            textAnchor="middle"
            className="fill-faint text-[11px]"
          >
            {tick.text}
          </text>
        ))}
      </svg>
    </div>
  );
}

function PanelDrawing(props: { panel: PlotPanel; count: number; marker: number | null }) {
  const { panel, count, marker } = props;
  const y = plotScale(panel.min, panel.max);
  const floors = stackFloors(panel.series);
  return (
    <svg
      width="100%"
      height={TOP_PX + panel.heightPx + PANEL_GAP_PX}
      className="block overflow-visible"
      aria-hidden="true"
    >
      <svg aria-hidden="true" width="100%" y={TOP_PX} height={panel.heightPx} overflow="visible">
        <PanelGround panel={panel} y={y} />
        <Stretched viewBox={`-0.5 0 ${count} 100`}>
          <path
            d={panel.ticks.map((tick) => `M-0.5,${y(tick.at)}h${count}`).join("")}
            vectorEffect="non-scaling-stroke"
            className="stroke-line"
          />
          {panel.series.map((series, index) => (
            <SeriesPath
              key={series.name}
              series={series}
              y={y}
              floor={floors[index] ?? []}
              panelMin={panel.min}
            />
          ))}
        </Stretched>
        {marker !== null && (
          <line
            x1={pointPercent(marker, count)}
            x2={pointPercent(marker, count)}
            y1="0"
            y2="100%"
            className="stroke-ink/50"
          />
        )}
      </svg>
    </svg>
  );
}

function PanelGround({ panel, y }: { panel: PlotPanel; y: PlotScale }) {
  return (
    <>
      {panel.bands.map((band) => {
        const top = y(Math.min(band.high, panel.max));
        const bottom = y(Math.max(band.low, panel.min));
        return (
          <rect
            key={band.label}
            width="100%"
            y={`${top}%`}
            height={`${Math.max(0, bottom - top)}%`}
            className={`${BAND_FILL[band.tone]} opacity-70`}
          />
        );
      })}
      {panel.ticks.map((tick) => (
        <text
          key={tick.at}
          x={-8}
          y={`${y(tick.at)}%`}
          dy={4}
          textAnchor="end"
          className="fill-faint text-[11px]"
        >
          {tick.text}
        </text>
      ))}
    </>
  );
}

type SeriesPathProps = {
  readonly series: PlotSeries;
  readonly y: PlotScale;
  readonly floor: Values;
  readonly panelMin: number;
};

function SeriesPath({ series, y, floor, panelMin }: SeriesPathProps) {
  const { stroke, fill } = PLOT_COLOURS[series.colour];
  const line = {
    fill: "none",
    strokeLinecap: "round",
    strokeLinejoin: "round",
    vectorEffect: "non-scaling-stroke",
  } as const;
  switch (series.kind) {
    case "bars":
    case "stacked":
      return <path d={barsPath(series.values, floor, y)} className={fill} />;
    case "range":
      return (
        <path d={rangePath(series.low ?? [], series.values, y)} className={`${fill} opacity-15`} />
      );
    case "dots":
      return (
        <path
          {...line}
          d={dotsPath(series.values, y)}
          strokeWidth={4}
          className={`${stroke} opacity-60`}
        />
      );
    case "dashed":
      return (
        <path
          {...line}
          d={linePath(series.values, y)}
          strokeWidth={1.5}
          strokeDasharray="4 3"
          className={stroke}
        />
      );
    case "area": {
      const zero = series.values.map(() => Math.max(0, panelMin));
      return (
        <>
          <path d={rangePath(zero, series.values, y)} className={`${fill} opacity-15`} />
          <path {...line} d={linePath(series.values, y)} strokeWidth={1.75} className={stroke} />
        </>
      );
    }
    case "line":
      return <path {...line} d={linePath(series.values, y)} strokeWidth={2} className={stroke} />;
  }
}

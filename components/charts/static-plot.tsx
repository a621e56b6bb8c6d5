"use client";

import type { PlotBand, PlotModel, PlotPanel, PlotProjection, PlotTick } from "./plot-model";
import { type PlotScale, plotScale, pointPercent } from "./plot-scale";
import { AXIS_HEIGHT_PX, flagRowPx, PANEL_GAP_PX, TOP_PX } from "./plot-size";
import { panelMarks, type SeriesMark } from "./series-marks";
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
      {model.panels.map((panel, index) => (
        <PanelDrawing
          key={panel.series.map((one) => one.name).join()}
          panel={panel}
          count={count}
          marker={model.marker?.at ?? null}
          projection={model.projection ?? null}
          flags={index === 0 ? (model.flags ?? []) : []}
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

type PanelDrawingProps = {
  readonly panel: PlotPanel;
  readonly count: number;
  readonly marker: number | null;
  readonly projection: PlotProjection | null;
  readonly flags: readonly PlotTick[];
};

function PanelDrawing({ panel, count, marker, projection, flags }: PanelDrawingProps) {
  const y = plotScale(panel.min, panel.max);
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
          {panelMarks(panel, projection).map((mark) => (
            <MarkPath key={mark.d} mark={mark} />
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
        {flags.map((flag, i) => (
          <Flag key={`${flag.at}${flag.text}`} flag={flag} count={count} rowPx={flagRowPx(i)} />
        ))}
      </svg>
    </svg>
  );
}

/** A named day: a line through the panel, its name at the top on the side with more room. */
function Flag({ flag, count, rowPx }: { flag: PlotTick; count: number; rowPx: number }) {
  const x = pointPercent(flag.at, count);
  const isRight = flag.at > count / 2;
  return (
    <>
      <line x1={x} x2={x} y1="0" y2="100%" strokeDasharray="1 3" className="stroke-rest" />
      <text
        x={x}
        y={8 + rowPx}
        dx={isRight ? -5 : 5}
        textAnchor={isRight ? "end" : "start"}
        strokeWidth="3"
        className="fill-rest stroke-surface text-[11px] font-medium [paint-order:stroke]"
      >
        {flag.text}
      </text>
    </>
  );
}

function MarkPath({ mark: { d, colour, widthPx, dash, opacity } }: { mark: SeriesMark }) {
  if (widthPx === null) return <path d={d} className={colour.fill} opacity={opacity} />;
  return (
    <path
      d={d}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
      strokeWidth={widthPx}
      strokeDasharray={dash?.join(" ")}
      opacity={opacity}
      className={colour.stroke}
    />
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

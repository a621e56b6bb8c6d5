"use client";

import type { Route } from "next";
import Link from "next/link";
import { PLOT_COLOURS } from "./plot-colours";
import type { PlotModel, PlotSeries } from "./plot-model";
import { valueText } from "./value-text";

/**
 * Names every series with its mark and its value at one point, so that the legend is the
 * read-out too. A series without a value there says so.
 */
export function PlotLegend({ model, at }: { model: PlotModel; at: number }) {
  const series = model.panels.flatMap((panel) => panel.series);
  return (
    <dl className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 text-[13px]/[18px] text-muted">
      <div className="font-medium text-ink">
        <dt className="sr-only">{model.pointNoun}</dt>
        <dd>
          <PointName model={model} at={at} />
          {model.projection && at >= model.projection.from ? (
            <span className="font-normal text-muted"> {model.projection.label}</span>
          ) : null}
        </dd>
      </div>
      {series.map((one) => (
        <div key={one.name} className="flex items-center gap-1.5">
          <LegendMark series={one} />
          <dt>{one.name}</dt>
          <dd className="font-medium text-ink tabular-nums">{valueText(one, at)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The point as a link to what happened there: a finger reads values by tapping, and opens here. */
function PointName({ model, at }: { model: PlotModel; at: number }) {
  const name = `${model.pointNoun === "Day" ? "" : `${model.pointNoun} `}${model.labels[at] ?? ""}`;
  const href = model.hrefs?.[at] ?? null;
  if (href === null) return name;
  return (
    <Link
      href={href as Route}
      prefetch={false}
      className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4 hover:decoration-ink"
    >
      {name}
    </Link>
  );
}

function LegendMark({ series }: { series: PlotSeries }) {
  const { stroke, fill } = PLOT_COLOURS[series.colour];
  return (
    <svg width="16" height="10" aria-hidden="true" className="shrink-0">
      {series.kind === "bars" || series.kind === "stacked" ? (
        <rect x="3" y="0" width="8" height="10" rx="2" className={fill} />
      ) : series.kind === "range" ? (
        <rect width="16" height="10" rx="2" className={`${fill} opacity-25`} />
      ) : series.kind === "dots" ? (
        <circle cx="8" cy="5" r="2.5" className={`${fill} opacity-60`} />
      ) : (
        <line
          x2="16"
          y1="5"
          y2="5"
          strokeWidth="2"
          strokeDasharray={series.kind === "dashed" ? "4 2" : undefined}
          className={stroke}
        />
      )}
    </svg>
  );
}

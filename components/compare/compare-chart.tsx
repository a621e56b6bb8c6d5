"use client";

import { useMemo } from "react";
import { PaneGround } from "@/components/activity/pane-ground";
import {
  AXIS_RIGHT_PX,
  AXIS_WIDTH_PX,
  PANE_PAD_TOP_PX,
  plotHeightPx,
  streamPanes,
} from "@/components/activity/stream-panes";
import { streamPath } from "@/components/activity/stream-path";
import { ChartExport } from "@/components/charts/chart-export";
import { type Packed, unpack } from "@/lib/packed";
import type { StreamName } from "@/lib/schemas/activity";
import type { ComparedStreams } from "@/lib/services/compare-streams";
import type { Sport } from "@/lib/training/activity/sports";
import type { UnitSystem } from "@/lib/units/unit-system";
import { comparePicture } from "./compare-picture";
import { compareTicks } from "./compare-ticks";
import type { ComparedStretches } from "./compared-stretches";
import { type OverlaidPane, overlayPanes, WHO_LOOKS } from "./overlay-panes";
import { stretchesCsv } from "./stretches-csv";

export type CompareChartProps = {
  packed: Packed<ComparedStreams>;
  recorded: { readonly a: readonly StreamName[]; readonly b: readonly StreamName[] };
  sport: Sport;
  units: UnitSystem;
  title: string;
  finding: string;
  fileName: string;
  table: ComparedStretches;
};

const AXIS_HEIGHT_PX = 22;
/** As many as fit: the style sheet picks by the card's width. */
const DENSITIES = [
  { count: 3, className: "@md:hidden" },
  { count: 6, className: "hidden @md:block @3xl:hidden" },
  { count: 9, className: "hidden @3xl:block" },
] as const;

/** Two recordings over one another, a pane a stream; a drawing, there without a script. */
export function CompareChart(props: CompareChartProps) {
  const { recorded, sport, units, title, finding, table } = props;
  const streams = useMemo(() => unpack(props.packed), [props.packed]);
  const panes = useMemo(() => {
    const names = [...recorded.a, ...recorded.b];
    return overlayPanes(streamPanes(names, sport, units), streams, recorded);
  }, [streams, recorded, sport, units]);
  return (
    <>
      <div aria-hidden="true">
        {panes.map((pane, i) => (
          <Pane key={pane.pane.name} isFirst={i === 0} overlaid={pane} end={streams.end} />
        ))}
        <Axis streams={streams} units={units} />
      </div>
      <div className="mt-2 flex flex-wrap justify-end gap-x-4 text-[13px]">
        <ChartExport
          title={title}
          fileName={props.fileName}
          csv={() => stretchesCsv(streams.by === "elapsed" ? "From" : "From distance", table)}
          picture={() => comparePicture(title, finding, panes, streams, units)}
        />
      </div>
    </>
  );
}

type PaneProps = { overlaid: OverlaidPane; end: number; isFirst: boolean };

function Pane({ overlaid, end, isFirst }: PaneProps) {
  const { pane, shown, lines, missing } = overlaid;
  return (
    <div className={isFirst ? "relative" : "relative mt-2.5"} style={{ height: pane.heightPx }}>
      <span className="absolute top-0 left-[52px] z-10 text-xs font-medium text-muted">
        {pane.label}
        {missing === null ? null : <span className="font-normal text-faint">. {missing}</span>}
      </span>
      <PaneGround
        pane={pane}
        shown={shown}
        boundaries={[]}
        pauses={[]}
        range={{ fromS: 0, toS: end }}
      />
      <div
        className="absolute"
        style={{ top: PANE_PAD_TOP_PX, left: AXIS_WIDTH_PX, right: AXIS_RIGHT_PX }}
      >
        <svg
          aria-hidden="true"
          width="100%"
          height={plotHeightPx(pane)}
          viewBox={`0 0 ${end} 100`}
          preserveAspectRatio="none"
          className="block"
        >
          {lines.map(({ who, line }) => {
            const { colour, dash, widthPx } = WHO_LOOKS[who];
            return (
              <path
                key={who}
                d={streamPath(line, shown)}
                fill="none"
                stroke={`var(${colour})`}
                strokeWidth={widthPx}
                strokeDasharray={dash?.join(" ")}
                strokeLinejoin="round"
                vectorEffect="non-scaling-stroke"
              />
            );
          })}
        </svg>
      </div>
    </div>
  );
}

function Axis({ streams, units }: { streams: ComparedStreams; units: UnitSystem }) {
  return (
    <div style={{ marginLeft: AXIS_WIDTH_PX, marginRight: AXIS_RIGHT_PX }}>
      <svg
        aria-hidden="true"
        width="100%"
        height={AXIS_HEIGHT_PX}
        className="block overflow-visible"
      >
        {DENSITIES.map(({ count, className }) => (
          <g key={count} className={className}>
            {compareTicks(streams.by, streams.end, units, count).map(({ share, text }) => (
              <text
                key={text}
                x={`${share * 100}%`}
                y={15}
                textAnchor="middle"
                className="fill-faint text-[11px] tabular-nums"
              >
                {text}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

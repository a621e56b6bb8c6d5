import type { Extent } from "@/lib/training/activity/channel-extent";
import type { TimeRange } from "./crosshair";
import type { StreamPane } from "./stream-pane";
import { AXIS_RIGHT_PX, AXIS_WIDTH_PX, PANE_PAD_TOP_PX, plotHeightPx } from "./stream-panes";
import { zoneBands, zoneLabels } from "./zone-bands";

export type PaneGroundProps = {
  pane: StreamPane;
  shown: Extent;
  /** Upper boundaries of all zones but the last; empty without zones. */
  boundaries: readonly number[];
  pauses: readonly TimeRange[];
  range: TimeRange;
};

const ZONE_FILL = [
  "fill-z1",
  "fill-z2",
  "fill-z3",
  "fill-z4",
  "fill-z5",
  "fill-z6",
  "fill-z7",
] as const;

/** What stands behind a pane's line: zones with their number, pauses as a veil, grid and axis. */
export function PaneGround({ pane, shown, boundaries, pauses, range }: PaneGroundProps) {
  const heightPx = plotHeightPx(pane);
  const bands = zoneBands(boundaries, shown, heightPx);
  const percent = (seconds: number) =>
    ((Math.min(range.toS, Math.max(range.fromS, seconds)) - range.fromS) /
      (range.toS - range.fromS)) *
    100;
  return (
    <div
      className="absolute"
      style={{ top: PANE_PAD_TOP_PX, left: AXIS_WIDTH_PX, right: AXIS_RIGHT_PX }}
    >
      <svg aria-hidden="true" width="100%" height={heightPx} className="block overflow-visible">
        {bands.map(({ zone, top, bottom }) => (
          <rect
            key={zone}
            width="100%"
            y={top}
            height={bottom - top}
            className={`${ZONE_FILL[Math.min(zone, 7) - 1]} opacity-11`}
          />
        ))}
        {pauses.map(({ fromS, toS }) => (
          <rect
            key={fromS}
            x={`${percent(fromS)}%`}
            width={`${percent(toS) - percent(fromS)}%`}
            height={heightPx}
            className="fill-sunken opacity-60"
          />
        ))}
        {zoneLabels(bands).map(({ text, middle }) => (
          <text
            key={text}
            x="100%"
            dx="3"
            y={middle}
            dy="0.35em"
            className="fill-faint text-[10px] font-medium"
          >
            {text}
          </text>
        ))}
        {pane.ticks(shown).map(({ at, text }) => {
          const y = ((shown.max - at) / (shown.max - shown.min)) * heightPx;
          return (
            <g key={at}>
              <line x2="100%" y1={y} y2={y} className="stroke-line" />
              <text x="-6" y={y} dy="0.35em" textAnchor="end" className="fill-faint text-[11px]">
                {text}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

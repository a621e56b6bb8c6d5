import { formatDuration } from "@/lib/units/format-duration";
import type { TimeRange } from "./crosshair";
import { elapsedTicks } from "./elapsed-ticks";
import { AXIS_RIGHT_PX, AXIS_WIDTH_PX } from "./stream-panes";

export const AXIS_HEIGHT_PX = 22;
const PX_PER_TICK = 90;

/** Elapsed time under all panes. */
export function ElapsedAxis({ view, width }: { view: TimeRange; width: number }) {
  const plotPx = Math.max(0, width - AXIS_WIDTH_PX - AXIS_RIGHT_PX);
  const ticks = elapsedTicks(view.fromS, view.toS, Math.max(2, Math.floor(plotPx / PX_PER_TICK)));
  return (
    <svg aria-hidden="true" width={width} height={AXIS_HEIGHT_PX} className="block">
      {ticks.map((tick) => {
        const x = AXIS_WIDTH_PX + ((tick - view.fromS) / (view.toS - view.fromS)) * plotPx;
        const isLast = x > width - 30;
        return (
          <text
            key={tick}
            x={isLast ? width - 2 : x}
            y={15}
            textAnchor={isLast ? "end" : "middle"}
            className="fill-faint text-[11px] tabular-nums"
          >
            {formatDuration(tick)}
          </text>
        );
      })}
    </svg>
  );
}

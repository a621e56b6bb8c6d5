import { formatDuration } from "@/lib/units/format-duration";
import type { TimeRange } from "./crosshair";
import { elapsedTicks } from "./elapsed-ticks";
import { AXIS_RIGHT_PX, AXIS_WIDTH_PX } from "./stream-panes";

const AXIS_HEIGHT_PX = 22;
/** As many as fit: the style sheet picks by the card's width, so that the server can draw them. */
const DENSITIES = [
  { count: 3, className: "@md:hidden" },
  { count: 6, className: "hidden @md:block @3xl:hidden" },
  { count: 9, className: "hidden @3xl:block" },
] as const;

/** Elapsed time under all panes. */
export function ElapsedAxis({ view }: { view: TimeRange }) {
  const { fromS, toS } = view;
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
            {elapsedTicks(fromS, toS, count).map((tick) => (
              <text
                key={tick}
                x={`${((tick - fromS) / (toS - fromS)) * 100}%`}
                y={15}
                textAnchor="middle"
                className="fill-faint text-[11px] tabular-nums"
              >
                {formatDuration(tick)}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

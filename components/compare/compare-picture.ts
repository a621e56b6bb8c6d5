import { streamPath } from "@/components/activity/stream-path";
import type { Picture } from "@/components/charts/picture";
import type { ComparedStreams } from "@/lib/services/compare-streams";
import type { UnitSystem } from "@/lib/units/unit-system";
import { compareTicks } from "./compare-ticks";
import { type OverlaidPane, WHO_LOOKS } from "./overlay-panes";

const TICKS = 10;

/** The two recordings over one another as an image. */
export function comparePicture(
  title: string,
  finding: string,
  panes: readonly OverlaidPane[],
  streams: Pick<ComparedStreams, "by" | "end">,
  units: UnitSystem,
): Picture {
  return {
    title,
    finding,
    legend: [
      { name: "A", colour: WHO_LOOKS.A.colour },
      { name: "B (dashed)", colour: WHO_LOOKS.B.colour },
    ],
    panels: panes.map(({ pane, shown, lines, missing }) => ({
      label: missing === null ? pane.label : `${pane.label}. ${missing}`,
      weight: pane.heightPx,
      box: { left: 0, width: streams.end },
      bands: [],
      ticks: pane.ticks(shown).map(({ at, text }) => ({
        y: ((shown.max - at) / (shown.max - shown.min)) * 100,
        text,
      })),
      marks: lines.map(({ who, line }) => ({
        ...WHO_LOOKS[who],
        d: streamPath(line, shown),
        opacity: 1,
      })),
      verticals: [],
    })),
    ticks: compareTicks(streams.by, streams.end, units, TICKS),
  };
}

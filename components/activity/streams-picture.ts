import type { Picture, PictureMark, PicturePanel } from "@/components/charts/picture";
import { formatDuration } from "@/lib/units/format-duration";
import type { TimeRange } from "./crosshair";
import type { DrawnPane } from "./draw-panes";
import { elapsedTicks } from "./elapsed-ticks";
import { streamArea, streamPath } from "./stream-path";
import { zoneBands } from "./zone-bands";

const TICKS = 10;
const ZONE_TINT = 0.11;

/** The shown stretch of the streams as an image: the panes as on the page. */
export function streamsPicture(
  title: string,
  finding: string,
  panes: readonly DrawnPane[],
  range: TimeRange,
): Picture {
  const span = range.toS - range.fromS;
  return {
    title,
    finding,
    legend: [],
    panels: panes.map((drawn) => panelPicture(drawn, range)),
    ticks: elapsedTicks(range.fromS, range.toS, TICKS).map((at) => ({
      share: (at - range.fromS) / span,
      text: formatDuration(at),
    })),
  };
}

function panelPicture({ pane, shown, line, ground }: DrawnPane, range: TimeRange): PicturePanel {
  const toY = (value: number) => ((shown.max - value) / (shown.max - shown.min)) * 100;
  const stroke = { colour: pane.colour, widthPx: 1.4, dash: null, opacity: 1 };
  const area = { ...stroke, d: streamArea(line, shown), widthPx: null, opacity: 0.16 };
  return {
    label: pane.label,
    weight: pane.heightPx,
    box: { left: range.fromS, width: range.toS - range.fromS },
    bands: zoneBands(ground.boundaries, shown, 100).map(({ zone, top, bottom }) => ({
      top,
      bottom,
      colour: `--z${Math.min(zone, 7)}`,
      opacity: ZONE_TINT,
    })),
    ticks: pane.ticks(shown).map(({ at, text }) => ({ y: toY(at), text })),
    marks: [
      { ...stroke, d: streamPath(line, shown) },
      ...(pane.isFilled ? [area] : []),
      ...ground.pauses.map(pauseMark),
    ],
    verticals: [],
  };
}

function pauseMark({ fromS, toS }: TimeRange): PictureMark {
  const d = `M${fromS},0H${toS}V100H${fromS}Z`;
  return { d, colour: "--sunken", widthPx: null, dash: null, opacity: 0.6 };
}

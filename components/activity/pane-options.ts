import type uPlot from "uplot";
import type { TimeRange } from "./crosshair";
import {
  AXIS_RIGHT_PX,
  AXIS_WIDTH_PX,
  type Extent,
  PANE_PAD_BOTTOM_PX,
  PANE_PAD_TOP_PX,
  type StreamPane,
} from "./stream-panes";

export type PaneDrawing = {
  readonly pane: StreamPane;
  readonly shown: Extent;
  /** Upper boundaries of all zones but the last; empty without zones. */
  readonly boundaries: readonly number[];
  readonly pauses: readonly TimeRange[];
  readonly range: TimeRange;
};

const ZONE_TINT = 0.11;
const PAUSE_TINT = 0.6;
const LABEL_FONT_PX = 10;

/**
 * How uPlot draws one pane. It only draws: crosshair, selection and keys are ours, over all
 * panes at once. Everything is read through `current` when it draws, so that zooming and a
 * change of theme need no new chart.
 */
export function paneOptions(current: () => PaneDrawing, width: number): uPlot.Options {
  const { pane } = current();
  return {
    width,
    height: pane.heightPx,
    padding: [PANE_PAD_TOP_PX, AXIS_RIGHT_PX, PANE_PAD_BOTTOM_PX, 0],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, range: () => [current().range.fromS, current().range.toS] },
      y: { range: () => [current().shown.min, current().shown.max] },
    },
    axes: [
      { show: false },
      {
        size: AXIS_WIDTH_PX,
        gap: 6,
        font: `11px ${fontFamily()}`,
        stroke: () => colourOf("--faint"),
        ticks: { show: false },
        grid: { stroke: () => colourOf("--line"), width: 1 },
        splits: () => pane.ticks(current().shown).map((tick) => tick.at),
        values: () => pane.ticks(current().shown).map((tick) => tick.text),
      },
    ],
    series: [
      {},
      {
        stroke: () => colourOf(pane.colour),
        width: 1.4,
        points: { show: false },
        ...(pane.isFilled ? { fill: () => withAlpha(colourOf(pane.colour), 0.16) } : {}),
      },
    ],
    hooks: { drawClear: [(chart) => drawBehind(chart, current())] },
  };
}

/** Zones as tinted bands with their number, pauses as a veil. */
function drawBehind(chart: uPlot, drawing: PaneDrawing): void {
  const { ctx, bbox } = chart;
  ctx.save();
  drawZones(chart, drawing);
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.globalAlpha = PAUSE_TINT;
  ctx.fillStyle = colourOf("--sunken");
  for (const pause of drawing.pauses) {
    const left = chart.valToPos(pause.fromS, "x", true);
    ctx.fillRect(left, bbox.top, chart.valToPos(pause.toS, "x", true) - left, bbox.height);
  }
  ctx.restore();
}

type ZoneBand = { readonly zone: number; readonly top: number; readonly bottom: number };

function drawZones(chart: uPlot, { boundaries, shown }: PaneDrawing): void {
  if (boundaries.length === 0) return;
  const { ctx, bbox } = chart;
  const bands = zoneBands(chart, boundaries, shown);
  ctx.globalAlpha = ZONE_TINT;
  for (const { zone, top, bottom } of bands) {
    ctx.fillStyle = colourOf(`--z${Math.min(zone, 7)}`);
    ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
  }
  ctx.globalAlpha = 1;
  ctx.font = `500 ${LABEL_FONT_PX * devicePixelRatio}px ${fontFamily()}`;
  ctx.textBaseline = "middle";
  ctx.fillStyle = colourOf("--faint");
  for (const { text, middle } of zoneLabels(bands, (LABEL_FONT_PX + 2) * devicePixelRatio)) {
    ctx.fillText(text, bbox.left + bbox.width + 3 * devicePixelRatio, middle);
  }
}

/** The zones that show, lowest first, in canvas pixels. */
function zoneBands(chart: uPlot, boundaries: readonly number[], shown: Extent): ZoneBand[] {
  const edges = [Number.NEGATIVE_INFINITY, ...boundaries, Number.POSITIVE_INFINITY];
  return edges.slice(1).flatMap((edge, i) => {
    const low = Math.max(shown.min, edges[i] as number);
    const high = Math.min(shown.max, edge);
    if (high <= low) return [];
    const top = chart.valToPos(high, "y", true);
    return [{ zone: i + 1, top, bottom: chart.valToPos(low, "y", true) }];
  });
}

/** A number for each zone; zones too thin for one of their own share it, "3–5". */
function zoneLabels(bands: readonly ZoneBand[], minHeight: number) {
  const labels: { text: string; middle: number }[] = [];
  let group: ZoneBand[] = [];
  for (const [i, band] of bands.entries()) {
    group.push(band);
    const first = group[0] as ZoneBand;
    const next = bands[i + 1];
    const isThin = band.bottom - band.top < minHeight;
    const nextIsThin = next !== undefined && next.bottom - next.top < minHeight;
    if (isThin && nextIsThin) continue;
    if (first.bottom - band.top >= minHeight * 0.8) {
      const text = first === band ? `Z${band.zone}` : `${first.zone}–${band.zone}`;
      labels.push({ text, middle: (first.bottom + band.top) / 2 });
    }
    group = [];
  }
  return labels;
}

function colourOf(property: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim();
}

function fontFamily(): string {
  return getComputedStyle(document.body).fontFamily;
}

function withAlpha(colour: string, alpha: number): string {
  return `color-mix(in oklch, ${colour} ${alpha * 100}%, transparent)`;
}

import type { Picture, PicturePanel } from "./picture";
import { PLOT_COLOURS } from "./plot-colours";
import type { PlotModel, PlotPanel } from "./plot-model";
import { plotScale } from "./plot-scale";
import { panelMarks } from "./series-marks";

const BAND_COLOUR = {
  go: "--go-soft",
  ease: "--ease-soft",
  rest: "--rest-soft",
  accent: "--accent-soft",
} as const;
const BAND_OPACITY = 0.7;

/** A plot as an image: the same paths as its drawing on the page. */
export function plotPicture(title: string, finding: string, model: PlotModel): Picture {
  const count = model.labels.length;
  const share = (at: number) => (at + 0.5) / count;
  return {
    title,
    finding,
    legend: model.panels.flatMap(({ series }) =>
      series.map(({ name, unit, colour }) => ({
        name: unit === "" ? name : `${name} (${unit})`,
        colour: property(PLOT_COLOURS[colour].variable),
      })),
    ),
    panels: model.panels.map((panel, i) => panelPicture(model, panel, i === 0, share)),
    ticks: model.ticks.map(({ at, text }) => ({ share: share(at), text })),
  };
}

function panelPicture(
  model: PlotModel,
  panel: PlotPanel,
  isFirst: boolean,
  share: (at: number) => number,
): PicturePanel {
  const y = plotScale(panel.min, panel.max);
  const marker = model.marker
    ? [{ share: share(model.marker.at), text: isFirst ? model.marker.text : "", colour: "--ink" }]
    : [];
  const flags = isFirst ? (model.flags ?? []) : [];
  return {
    label: null,
    weight: panel.heightPx,
    box: { left: -0.5, width: model.labels.length },
    bands: panel.bands.map(({ low, high, tone }) => ({
      top: y(Math.min(high, panel.max)),
      bottom: y(Math.max(low, panel.min)),
      colour: BAND_COLOUR[tone],
      opacity: BAND_OPACITY,
    })),
    ticks: panel.ticks.map(({ at, text }) => ({ y: y(at), text })),
    marks: panelMarks(panel, model.projection ?? null).map(({ colour, ...mark }) => ({
      ...mark,
      colour: property(colour.variable),
    })),
    verticals: [
      ...marker,
      ...flags.map(({ at, text }) => ({ share: share(at), text, colour: "--rest" })),
    ],
  };
}

/** "var(--fitness)" → "--fitness". */
function property(variable: string): string {
  return variable.slice("var(".length, -1);
}

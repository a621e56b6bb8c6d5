import { barsPath } from "./bars-path";
import { dotsPath, linePath } from "./line-path";
import { PLOT_COLOURS } from "./plot-colours";
import type { PlotPanel, PlotProjection, PlotSeries, Values } from "./plot-model";
import { plotScale } from "./plot-scale";
import { rangePath } from "./range-path";
import { stackFloors } from "./stack-floors";

/** A path with x = index and y in hundredths of the panel from its top. */
export type SeriesMark = {
  readonly d: string;
  readonly colour: (typeof PLOT_COLOURS)[PlotSeries["colour"]];
  /** Of the stroke in pixels; null for a filled area. */
  readonly widthPx: number | null;
  readonly dash: readonly [number, number] | null;
  readonly opacity: number;
};

type Style = Pick<SeriesMark, "widthPx" | "dash" | "opacity">;

const PROJECTION_DASH = [2, 4] as const;
const PROJECTION_OPACITY = 0.75;
/** A load that nobody has trained is no grey wall beside those that somebody has. */
export const PROJECTED_BAR_OPACITY = 0.35;
const FAINT: Style = { widthPx: null, dash: null, opacity: 0.15 };

/** Everything that a panel's series are drawn with, back to front. */
export function panelMarks(panel: PlotPanel, projection: PlotProjection | null): SeriesMark[] {
  const floors = stackFloors(panel.series);
  return panel.series.flatMap((series, i) =>
    shapes(series, floors[i] ?? [], panel, projection).map((shape) => ({
      colour: PLOT_COLOURS[series.colour],
      ...shape,
    })),
  );
}

function shapes(
  series: PlotSeries,
  floor: Values,
  panel: PlotPanel,
  projection: PlotProjection | null,
): (Style & { d: string })[] {
  const y = plotScale(panel.min, panel.max);
  const { values } = series;
  switch (series.kind) {
    case "bars":
    case "stacked":
      return bars();
    case "range":
      return [{ d: rangePath(series.low ?? [], values, y), ...FAINT }];
    case "dots":
      return [{ d: dotsPath(values, y), widthPx: 4, dash: null, opacity: 0.6 }];
    case "area": {
      const zero = values.map(() => Math.max(0, panel.min));
      const area = { d: rangePath(zero, measured(values, projection), y), ...FAINT };
      return [area, ...line(values, 1.75, null)];
    }
    case "dashed":
      return line(values, 1.5, [4, 3]);
    case "line":
      return line(values, 2, null);
  }

  function bars() {
    const bar = { widthPx: null, dash: null };
    const solid = { ...bar, d: barsPath(measured(values, projection), floor, y), opacity: 1 };
    if (projection === null) return [solid];
    const ahead = values.map((one, i) => (i >= projection.from ? one : null));
    return [solid, { ...bar, d: barsPath(ahead, floor, y), opacity: PROJECTED_BAR_OPACITY }];
  }

  function line(all: Values, widthPx: number, dash: SeriesMark["dash"]) {
    const solid = { d: linePath(measured(all, projection), y), widthPx, dash, opacity: 1 };
    if (projection === null) return [solid];
    const ahead = {
      d: linePath(projected(all, projection), y),
      widthPx,
      dash: PROJECTION_DASH,
      opacity: PROJECTION_OPACITY,
    };
    return [solid, ahead];
  }
}

/** The values that somebody measured. */
export function measured(values: Values, projection: PlotProjection | null): Values {
  return projection === null ? values : values.map((one, i) => (i < projection.from ? one : null));
}

/** What is only supposed, from the last measured value on so that the lines meet. */
export function projected(values: Values, projection: PlotProjection): Values {
  return values.map((one, i) => (i >= projection.from - 1 ? one : null));
}

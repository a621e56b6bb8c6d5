/** One value per point; null is a gap: never drawn, never joined across, never 0. */
export type Values = readonly (number | null)[];

export type PlotColour =
  | "fitness"
  | "fatigue"
  | "form"
  | "load"
  | "hrv"
  | "sleep"
  | "heart"
  | "stress"
  | "respiration"
  | "sleep-deep"
  | "sleep-rem"
  | "sleep-light"
  | "swim"
  | "easy"
  | "moderate"
  | "hard"
  | "go"
  | "ease"
  | "rest";

export type ValueFormat = "whole" | "signed" | "one-decimal" | "hours" | "ratio" | "pace";

/**
 * A row of marks. bars stand on the floor of their panel; stacked bars on those before
 * them; area is filled to zero; range is filled between `low` and `values`.
 */
export type PlotSeries = {
  readonly name: string;
  readonly unit: string;
  readonly kind: "bars" | "stacked" | "line" | "dashed" | "area" | "dots" | "range";
  readonly colour: PlotColour;
  readonly format: ValueFormat;
  readonly values: Values;
  readonly low?: Values;
};

/** A horizontal strip with a meaning, e.g. a form band. */
export type PlotBand = {
  readonly low: number;
  readonly high: number;
  readonly tone: "go" | "ease" | "rest" | "accent";
  readonly label: string;
};

export type PlotPanel = {
  readonly heightPx: number;
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly PlotTick[];
  readonly series: readonly PlotSeries[];
  readonly bands: readonly PlotBand[];
};

export type PlotProjection = { readonly from: number; readonly label: string };

export type PlotTick = { readonly at: number; readonly text: string };

/** Everything a chart shows, decided beforehand; the drawing, the interactive chart and the table read the same one. */
export type PlotModel = {
  readonly pointNoun: string;
  /** What each point is called, "Sat 21 Nov"; all panels share them. */
  readonly labels: readonly string[];
  readonly ticks: readonly PlotTick[];
  readonly marker: PlotTick | null;
  readonly panels: readonly PlotPanel[];
  /** The local day of each point, "2026-11-21": what a file calls it. */
  readonly days?: readonly string[];
  /** The page that a point opens; null where there is none. */
  readonly hrefs?: readonly (string | null)[];
  /** Nobody measured the points from here on; `label` says what they suppose. */
  readonly projection?: PlotProjection | null;
  /** Vertical marks with a name, e.g. races. */
  readonly flags?: readonly PlotTick[];
};

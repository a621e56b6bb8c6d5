import type { PlotPanel, PlotProjection, PlotSeries } from "./plot-model";

type Row = Record<string, number | [number, number] | null>;

/** One row a point, as the charting library wants them; what is supposed has a column of its own. */
export function rowsOf(panel: PlotPanel, count: number, projection: PlotProjection | null): Row[] {
  return Array.from({ length: count }, (_, i) => {
    const row: Row = { i };
    for (const series of panel.series) {
      const value = cell(series, i);
      const isBar = series.kind === "bars" || series.kind === "stacked";
      const isAhead = projection !== null && i >= projection.from;
      row[series.name] = isAhead ? null : value;
      // A line begins where the measured one ends; a bar stands alone.
      const isJoint = projection !== null && !isBar && i === projection.from - 1;
      if (isAhead || isJoint) row[aheadKey(series)] = value;
    }
    return row;
  });
}

/** The column of a series where it is only supposed. */
export function aheadKey(series: PlotSeries): string {
  return `${series.name} ahead`;
}

function cell(series: PlotSeries, index: number): number | [number, number] | null {
  const value = series.values[index] ?? null;
  if (value === null || series.kind !== "range") return value;
  const low = series.low?.[index] ?? null;
  return low === null ? null : [low, value];
}

import { formatValue } from "./format-value";
import type { PlotSeries } from "./plot-model";

/** "54 ms", "45–63 ms" for a range, "no data" for a gap. */
export function valueText(series: PlotSeries, at: number): string {
  const value = series.values[at] ?? null;
  const low = series.low?.[at] ?? null;
  // Stacked marks are parts of one bar: a part that is not there is no missing measurement.
  if (value === null) return series.kind === "stacked" ? "–" : "no data";
  const unit = series.unit === "" ? "" : ` ${series.unit}`;
  const text = formatValue(value, series.format);
  return low === null ? `${text}${unit}` : `${formatValue(low, series.format)}–${text}${unit}`;
}

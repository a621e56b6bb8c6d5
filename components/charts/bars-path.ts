import type { Values } from "./plot-model";
import type { PlotScale } from "./plot-scale";

const HALF_WIDTH = 0.32;

/** All bars as one path; `floor` is the value they stand on, one per bar when stacked. */
export function barsPath(values: Values, floor: Values, y: PlotScale): string {
  let path = "";
  values.forEach((value, index) => {
    const from = floor[index] ?? null;
    if (value === null || from === null || value === 0) return;
    const bottom = y(from);
    const top = y(from + value);
    const left = Math.round((index - HALF_WIDTH) * 100) / 100;
    path += `M${left},${bottom}V${top}h${2 * HALF_WIDTH}V${bottom}z`;
  });
  return path;
}

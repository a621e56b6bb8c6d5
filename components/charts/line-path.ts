import type { Values } from "./plot-model";
import type { PlotScale } from "./plot-scale";

/**
 * One SVG path through the values with x = index. A gap lifts the pen; a point alone
 * between gaps becomes a dot (a zero-length line, drawn by its round cap).
 */
export function linePath(values: Values, y: PlotScale): string {
  let path = "";
  let isDown = false;
  values.forEach((value, index) => {
    if (value === null) {
      isDown = false;
      return;
    }
    path += isDown
      ? `L${index},${y(value)}`
      : `M${index},${y(value)}${dotWhenAlone(values, index)}`;
    isDown = true;
  });
  return path;
}

/** Every value as a dot. */
export function dotsPath(values: Values, y: PlotScale): string {
  let path = "";
  values.forEach((value, index) => {
    if (value !== null) path += `M${index},${y(value)}h0`;
  });
  return path;
}

function dotWhenAlone(values: Values, index: number): string {
  return (values[index + 1] ?? null) === null ? "h0" : "";
}

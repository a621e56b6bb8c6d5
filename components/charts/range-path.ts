import type { Values } from "./plot-model";
import type { PlotScale } from "./plot-scale";

/** The area between two rows of values; a point that lacks either ends the area. */
export function rangePath(low: Values, high: Values, y: PlotScale): string {
  let path = "";
  let start = 0;
  const isGap = (i: number) => (low[i] ?? null) === null || (high[i] ?? null) === null;
  for (let i = 0; i <= high.length; i++) {
    if (i < high.length && !isGap(i)) continue;
    if (i > start) path += closedRun(low, high, start, i, y);
    start = i + 1;
  }
  return path;
}

function closedRun(low: Values, high: Values, from: number, to: number, y: PlotScale): string {
  const there: string[] = [];
  const back: string[] = [];
  for (let i = from; i < to; i++) {
    there.push(`${i},${y(high[i] ?? 0)}`);
    back.unshift(`${i},${y(low[i] ?? 0)}`);
  }
  return `M${there.join("L")}L${back.join("L")}Z`;
}

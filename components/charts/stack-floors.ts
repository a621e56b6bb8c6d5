import type { PlotSeries, Values } from "./plot-model";

/** For each series the values that its bars stand on: 0, or the sum of the stacked ones before it. */
export function stackFloors(series: readonly PlotSeries[]): Values[] {
  const sums: number[] = [];
  return series.map((one) => {
    if (one.kind !== "stacked") return one.values.map(() => 0);
    return one.values.map((value, index) => {
      const floor = sums[index] ?? 0;
      sums[index] = floor + (value ?? 0);
      return floor;
    });
  });
}

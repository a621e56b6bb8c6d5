/** Maps a value onto a plot 100 units tall, counted from the top, to a tenth. */
export type PlotScale = (value: number) => number;

/** A flat domain puts everything in the middle. */
export function plotScale(min: number, max: number): PlotScale {
  const span = max - min;
  if (!(span > 0)) return () => 50;
  return (value) => Math.round(((max - value) / span) * 1000) / 10;
}

/** Where point `index` of `count` stands, in percent of the width. */
export function pointPercent(index: number, count: number): string {
  return `${Math.round(((index + 0.5) / count) * 10_000) / 100}%`;
}

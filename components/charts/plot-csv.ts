import { type CsvCell, csv } from "@/lib/csv";
import type { PlotModel, PlotSeries, ValueFormat } from "./plot-model";

type Column = { readonly heading: string; readonly value: (at: number) => CsvCell };

const SECONDS_PER_HOUR = 3600;
const DECIMALS: Readonly<Record<ValueFormat, number>> = {
  whole: 0,
  signed: 0,
  "one-decimal": 1,
  hours: 2,
  ratio: 2,
  pace: 0,
};

/** The numbers of the chart's table, oldest first, plain: days as ISO dates, units in the headings. */
export function plotCsv(model: PlotModel): string {
  const columns = [
    ...pointColumns(model),
    ...model.panels.flatMap((panel) => panel.series.flatMap(seriesColumns)),
  ];
  return csv(
    columns.map((column) => column.heading),
    model.labels.map((_, at) => columns.map((column) => column.value(at))),
  );
}

function pointColumns({ pointNoun, days, labels, projection }: PlotModel): Column[] {
  const point = { heading: pointNoun, value: (at: number) => days?.[at] ?? labels[at] ?? null };
  if (!projection) return [point];
  const { from, label } = projection;
  return [point, { heading: "Kind", value: (at) => (at >= from ? label : "actual") }];
}

function seriesColumns(series: PlotSeries): Column[] {
  const { values, low } = series;
  if (low === undefined) return [{ heading: headingOf(series), value: plain(series, values) }];
  return [
    { heading: headingOf(series, " low"), value: plain(series, low) },
    { heading: headingOf(series, " high"), value: plain(series, values) },
  ];
}

function headingOf({ name, unit, format }: PlotSeries, part = ""): string {
  const shown = shownUnit(format, unit);
  return shown === "" ? `${name}${part}` : `${name}${part} (${shown})`;
}

function shownUnit(format: ValueFormat, unit: string): string {
  if (format === "hours") return "h";
  return format === "pace" ? `s ${unit}`.replace(" /", "/") : unit;
}

/**
 * Rounded as the table rounds; hours as a decimal number and a pace as seconds, which a
 * spreadsheet can add.
 */
function plain({ format }: PlotSeries, values: PlotSeries["values"]): Column["value"] {
  return (at) => {
    const value = values[at] ?? null;
    if (value === null) return null;
    const decimals = DECIMALS[format];
    const shown = inShownUnit(value, format);
    // As the screen rounds: −7.5 is −7 there.
    return (decimals === 0 ? Math.round(shown) : Number(shown.toFixed(decimals))) || 0;
  };
}

function inShownUnit(value: number, format: ValueFormat): number {
  if (format === "hours") return value / SECONDS_PER_HOUR;
  return format === "pace" ? SECONDS_PER_HOUR / value : value;
}

import { niceTicks } from "@/components/charts/nice-ticks";
import type { PlotModel, PlotPanel, PlotSeries, ValueFormat } from "@/components/charts/plot-model";
import { valueDomain } from "@/components/charts/value-domain";
import { timeTicks } from "@/components/fitness/time-ticks";
import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";
import { formatHours } from "@/lib/units/format-hours";
import { hrvTrend, linearTrend, MEAN_DAYS, MEAN_LEAST, type MeasureTrend } from "./measure-trend";
import { type OwnRange, RANGE_MIN_NIGHTS } from "./own-range";

export type RecoveryFigure = {
  readonly id: string;
  readonly title: string;
  readonly finding: string;
  /** Null when the period holds no value; `finding` says why. */
  readonly model: PlotModel | null;
};

export type RecoveryDays = {
  /** The days shown. */
  readonly days: readonly LocalDate[];
  /** For each measure the values of `lead` days before the first and then of every day shown. */
  readonly lead: number;
};

type Measure = {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly unit: string;
  readonly colour: PlotSeries["colour"];
  readonly format: ValueFormat;
  readonly trend: (values: readonly (number | null)[], lead: number) => MeasureTrend;
  readonly missing: string;
};

export const HRV: Measure = {
  id: "hrv",
  title: "Heart rate variability",
  short: "HRV",
  unit: "ms",
  colour: "hrv",
  format: "whole",
  trend: hrvTrend,
  missing: "No HRV in this period. It comes with the nights of a watch that records it.",
};
export const RESTING_HR: Measure = {
  id: "resting-hr",
  title: "Resting heart rate",
  short: "Resting HR",
  unit: "bpm",
  colour: "heart",
  format: "whole",
  trend: linearTrend,
  missing: "No resting heart rate in this period.",
};
export const STRESS: Measure = {
  id: "stress",
  title: "Stress",
  short: "Stress",
  unit: "",
  colour: "stress",
  format: "whole",
  trend: linearTrend,
  missing: "No stress values in this period.",
};
export const RESPIRATION: Measure = {
  id: "respiration",
  title: "Respiration",
  short: "Respiration",
  unit: "a minute",
  colour: "respiration",
  format: "one-decimal",
  trend: linearTrend,
  missing: "No respiration in this period.",
};

/** Nights as dots, their 7-day mean as the line, the athlete's own sixty-day range behind. */
export function prepareMeasure(
  measure: Measure,
  values: readonly (number | null)[],
  { days, lead }: RecoveryDays,
): RecoveryFigure {
  const { id, title } = measure;
  const shown = values.slice(lead);
  if (shown.every((value) => value === null)) {
    return { id, title, finding: measure.missing, model: null };
  }
  const { mean, ranges } = measure.trend(values, lead);
  return {
    id,
    title,
    finding: measureFinding(measure, mean, ranges),
    model: measureModel(measure, days, shown, mean, ranges),
  };
}

function measureFinding(
  measure: Measure,
  mean: readonly (number | null)[],
  ranges: readonly (OwnRange | null)[],
): string {
  const now = mean.at(-1) ?? null;
  const range = ranges.at(-1) ?? null;
  if (now === null) return `Fewer than ${MEAN_LEAST} of the last ${MEAN_DAYS} nights are known.`;
  const value = `7-day mean ${text(now, measure)}${measure.unit === "" ? "" : ` ${measure.unit}`}`;
  if (!range) return `${value}; your own range needs ${RANGE_MIN_NIGHTS} nights.`;
  const span = `${text(range.low, measure)}–${text(range.high, measure)}`;
  const place = now < range.low ? "below" : now > range.high ? "above" : "inside";
  return `${value}, ${place} your normal ${span}.`;
}

function text(value: number, measure: Measure): string {
  return measure.format === "one-decimal" ? value.toFixed(1) : String(Math.round(value));
}

function measureModel(
  measure: Measure,
  days: readonly LocalDate[],
  shown: readonly (number | null)[],
  mean: readonly (number | null)[],
  ranges: readonly (OwnRange | null)[],
): PlotModel {
  const common = { unit: measure.unit, colour: measure.colour, format: measure.format };
  const series: PlotSeries[] = [
    {
      ...common,
      name: "Normal",
      kind: "range",
      values: ranges.map((range) => round(range?.high ?? null)),
      low: ranges.map((range) => round(range?.low ?? null)),
    },
    { ...common, name: "Night", kind: "dots", values: shown.map(round) },
    { ...common, name: "7-day mean", kind: "line", values: mean.map(round) },
  ];
  return timeModel(days, [panel(170, series)]);
}

export function timeModel(days: readonly LocalDate[], panels: readonly PlotPanel[]): PlotModel {
  return {
    pointNoun: "Day",
    labels: days.map((day) => formatDay(day, "short")),
    days,
    ticks: timeTicks(days),
    marker: null,
    panels,
  };
}

/** A panel that fits its values. */
export function panel(heightPx: number, series: readonly PlotSeries[]): PlotPanel {
  const rows = series.flatMap((one) => (one.low ? [one.values, one.low] : [one.values]));
  const { min, max } = valueDomain(rows) ?? { min: 0, max: 1 };
  const ticks = niceTicks(min, max, 4).map((at) => ({ at, text: String(at) }));
  return { heightPx, min, max, ticks, series, bands: [] };
}

/** Hours on the axis, seconds in the model. */
export function hoursPanel(
  heightPx: number,
  series: readonly PlotSeries[],
  range: { readonly min: number; readonly max: number },
): PlotPanel {
  const ticks = niceTicks(range.min / 3600, range.max / 3600, 4).map((hours) => ({
    at: hours * 3600,
    text: hoursTick(hours),
  }));
  return { heightPx, ...range, ticks, series, bands: [] };
}

/** "8 h", "7:30", "−0:45": short, for the axis is narrow. */
function hoursTick(hours: number): string {
  if (hours === 0) return "0";
  if (Number.isInteger(hours)) return formatHours(hours * 3600);
  const minutes = Math.round(Math.abs(hours) * 60);
  const rest = String(minutes % 60).padStart(2, "0");
  return `${hours < 0 ? "−" : ""}${Math.floor(minutes / 60)}:${rest}`;
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}

import { niceTicks } from "@/components/charts/nice-ticks";
import type { PlotBand, PlotModel, PlotPanel, PlotSeries } from "@/components/charts/plot-model";
import { valueDomain } from "@/components/charts/value-domain";
import { formatDay } from "@/lib/dates/format-day";
import { addDays, isoWeekday, type LocalDate } from "@/lib/dates/local-date";
import { formatSigned } from "@/lib/units/format-signed";
import { FORM_BANDS } from "./form-bands";
import { timeTicks } from "./time-ticks";

export type PerformanceDay = {
  readonly day: LocalDate;
  readonly load: number;
  readonly fitness: number;
  readonly fatigue: number;
  /** On the morning of the day. */
  readonly form: number;
};

/** Beyond two years a point is a week: its mean daily load and its last day's fitness. */
const DAILY_LIMIT = 730;

/** What the chart shows beyond the days themselves; all of it may be left out. */
export type PerformanceContext = {
  /** The days after the last one, by what is supposed of them. */
  readonly ahead?: { readonly days: readonly PerformanceDay[]; readonly label: string } | null;
  readonly races?: readonly { readonly day: LocalDate; readonly title: string }[];
  /** The page of a point that begins and ends on these days; null where there is none. */
  readonly hrefOf?: (from: LocalDate, to: LocalDate) => string | null;
};

/** The performance chart: load, fitness and fatigue above, form with its bands below. */
export function preparePerformance(
  days: readonly PerformanceDay[],
  size: { readonly load: number; readonly form: number },
  { ahead: supposed = null, races = [], hrefOf }: PerformanceContext = {},
): PlotModel {
  const isWeekly = days.length > DAILY_LIMIT;
  const ahead = supposed?.days ?? [];
  const past = isWeekly ? weeks(days) : days;
  const points = [...past, ...(isWeekly ? weeks(ahead) : ahead)];
  const starts = points.map((one, i) => firstDayOf(one, points[i - 1], isWeekly));
  return {
    pointNoun: isWeekly ? "Week to" : "Day",
    labels: points.map((one) => formatDay(one.day, isWeekly ? "compact" : "short")),
    ticks: timeTicks(points.map((one) => one.day)),
    days: points.map((one) => one.day),
    marker: ahead.length === 0 ? null : { at: past.length - 1, text: "Today" },
    projection: supposed === null ? null : { from: past.length, label: supposed.label },
    flags: races.flatMap(({ day, title }) => {
      const at = points.findIndex((one, i) => day <= one.day && day >= (starts[i] ?? one.day));
      return at < 0 ? [] : [{ at, text: title }];
    }),
    ...(hrefOf
      ? {
          hrefs: points.map((one, i) =>
            i < past.length ? hrefOf(starts[i] ?? one.day, one.day) : null,
          ),
        }
      : {}),
    panels: [loadPanel(points, size.load, isWeekly), formPanel(points, size.form)],
  };
}

function loadPanel(
  points: readonly PerformanceDay[],
  heightPx: number,
  isWeekly: boolean,
): PlotPanel {
  const fitness = points.map((one) => round(one.fitness));
  const fatigue = points.map((one) => round(one.fatigue));
  const load = points.map((one) => round(one.load));
  const max = valueDomain([load, fitness, fatigue], [50], 0.04)?.max ?? 50;
  const series: PlotSeries[] = [
    {
      name: isWeekly ? "Load a day" : "Load",
      unit: "",
      kind: "bars",
      colour: "load",
      format: "whole",
      values: load,
    },
    {
      name: "Fatigue",
      unit: "",
      kind: "dashed",
      colour: "fatigue",
      format: "whole",
      values: fatigue,
    },
    {
      name: "Fitness",
      unit: "",
      kind: "line",
      colour: "fitness",
      format: "whole",
      values: fitness,
    },
  ];
  return { heightPx, min: 0, max, ticks: ticksOf(0, max, 4, String), series, bands: [] };
}

function formPanel(points: readonly PerformanceDay[], heightPx: number): PlotPanel {
  const form = points.map((one) => round(one.form));
  const { min, max } = valueDomain([form], [-15, 10], 0.08) ?? { min: -20, max: 20 };
  return {
    heightPx,
    min,
    max,
    ticks: ticksOf(min, max, 3, formatSigned),
    series: [
      { name: "Form", unit: "", kind: "area", colour: "form", format: "signed", values: form },
    ],
    bands: FORM_BANDS.flatMap((band): PlotBand[] => {
      if (band.tone === null || band.high <= min || band.low >= max) return [];
      const low = Math.max(band.low, min);
      return [{ low, high: Math.min(band.high, max), tone: band.tone, label: band.name }];
    }),
  };
}

function ticksOf(min: number, max: number, count: number, text: (value: number) => string) {
  return niceTicks(min, max, count).map((at) => ({ at, text: text(at) }));
}

function weeks(days: readonly PerformanceDay[]): PerformanceDay[] {
  const result: PerformanceDay[] = [];
  let load = 0;
  let count = 0;
  days.forEach((one, index) => {
    load += one.load;
    count += 1;
    const isLast = index === days.length - 1;
    if (isoWeekday(one.day) !== 7 && !isLast) return;
    result.push({ ...one, load: load / count });
    load = 0;
    count = 0;
  });
  return result;
}

/** A day is itself; a week begins after the one before. */
function firstDayOf(
  point: PerformanceDay,
  before: PerformanceDay | undefined,
  isWeekly: boolean,
): LocalDate {
  if (!isWeekly) return point.day;
  return before === undefined ? addDays(point.day, -6) : addDays(before.day, 1);
}

/**
 * To a tenth: the drawing shows no more. Never across a half: 48.46 stays 48 on every screen,
 * which 48.5 would not.
 */
function round(value: number): number {
  const tenths = Math.round(value * 10);
  const isAcross = Math.round(tenths / 10) !== Math.round(value);
  return (isAcross ? tenths - 1 : tenths) / 10;
}

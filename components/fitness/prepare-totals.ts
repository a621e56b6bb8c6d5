import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { niceTicks } from "@/components/charts/nice-ticks";
import type { PlotModel, PlotSeries, PlotTick } from "@/components/charts/plot-model";
import type { TotalsPeriod, TrainingTotal } from "@/db/queries/training-totals";
import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";
import type { UnitSystem } from "@/lib/units/unit-system";
import { formatTotal, totalLook } from "./format-total";
import { timeTicks } from "./time-ticks";
import { totalOfRows } from "./total-of";
import type { TotalsMeasure } from "./totals-view";

export type PeriodRows = { readonly from: LocalDate; readonly rows: readonly TrainingTotal[] };
export type TotalsChart = {
  readonly finding: string;
  /** Null when no activity has the value; `finding` says why. */
  readonly model: PlotModel | null;
};

type Wanted = {
  readonly by: TotalsPeriod;
  readonly show: TotalsMeasure;
  readonly units: UnitSystem;
};

/** Sports that have a colour of their own; the others share one. */
const OWN_COLOURS: Readonly<Partial<Record<Sport, PlotSeries["colour"]>>> = {
  cycling: "fitness",
  running: "fatigue",
  swimming: "swim",
  strength: "hrv",
};
const CHART_HEIGHT_PX = 220;

/** One measure by period, stacked by sport; the last period is the one under way. */
export function prepareTotals(periods: readonly PeriodRows[], wanted: Wanted): TotalsChart {
  if (
    totalOfRows(
      periods.flatMap(({ rows }) => rows),
      wanted.show,
    ) === null
  ) {
    return { finding: MISSING[wanted.show], model: null };
  }
  return { finding: totalsFinding(periods, wanted), model: totalsModel(periods, wanted) };
}

function totalsModel(periods: readonly PeriodRows[], { by, show, units }: Wanted): PlotModel {
  const { scale, unit, format } = totalLook(show, units);
  const sums = periods.map(({ rows }) => totalOfRows(rows, show) ?? 0);
  const axis = format === "hours" ? 1 / 3600 : scale;
  const most = Math.max(1, ...sums.map((sum) => sum * axis)) * 1.05;
  const max = format === "hours" ? most * 3600 : most;
  const ticks = niceTicks(0, most, 4).map((at) => ({
    at: format === "hours" ? at * 3600 : at,
    text: format === "hours" ? `${at} h` : compact(at),
  }));
  const series = groups(periods).map(
    ({ name, colour, has }): PlotSeries => ({
      name,
      unit,
      format,
      kind: "stacked",
      colour,
      values: periods.map(({ rows }) => {
        const sum = totalOfRows(rows.filter(has), show);
        return sum === null ? null : asShown(sum * scale, format);
      }),
    }),
  );
  return {
    ...periodAxis(by, periods),
    panels: [{ heightPx: CHART_HEIGHT_PX, min: 0, max, ticks, bands: [], series }],
  };
}

/** Names of the points and what stands below them. */
export function periodAxis(
  by: TotalsPeriod,
  periods: readonly PeriodRows[],
): Pick<PlotModel, "pointNoun" | "labels" | "ticks" | "marker"> {
  const days = periods.map(({ from }) => from);
  return {
    pointNoun: { week: "Week of", month: "Month", year: "Year" }[by],
    labels: days.map((day) => periodLabel(by, day)),
    ticks: by === "week" ? timeTicks(days) : everyFew(days.map((day) => shortLabel(by, day))),
    marker: null,
  };
}

/** "16 Nov 2026", "Nov 2026", "2026". */
export function periodLabel(by: TotalsPeriod, from: LocalDate): string {
  if (by === "week") return formatDay(from, "compact");
  return by === "month" ? `${formatDay(from, "month")} ${from.slice(0, 4)}` : from.slice(0, 4);
}

function shortLabel(by: TotalsPeriod, from: LocalDate): string {
  if (by === "year") return from.slice(0, 4);
  return from.slice(5, 7) === "01" ? from.slice(0, 4) : formatDay(from, "month");
}

const MOST_TICKS = 8;

/** Never crowded, and with the latest. */
function everyFew(texts: readonly string[]): PlotTick[] {
  const step = Math.ceil(texts.length / MOST_TICKS);
  return texts.flatMap((text, at) => ((texts.length - 1 - at) % step === 0 ? [{ at, text }] : []));
}

/** Rounded once, and as it is written: 346.46 is 346 here and in every table. */
function asShown(value: number, format: PlotSeries["format"]): number {
  return format === "one-decimal" ? Math.round(value * 10) / 10 : Math.round(value);
}

const NOTHING = "Nothing was done in this sport and period.";
/** Why a measure has no value at all. */
const MISSING: Readonly<Record<TotalsMeasure, string>> = {
  time: NOTHING,
  activities: NOTHING,
  distance: "No activity here has a distance.",
  ascent: "No activity here has a climb: it needs altitude, and a sport that goes somewhere.",
  load: "No activity here has a load: rate how hard it felt, or set a threshold.",
  energy: "No activity here has energy: only the device estimates it, and these files have none.",
};

type Group = {
  readonly name: string;
  readonly colour: PlotSeries["colour"];
  has(row: TrainingTotal): boolean;
};

function groups(periods: readonly PeriodRows[]): Group[] {
  const present = new Set(periods.flatMap(({ rows }) => rows.map(({ sport }) => sport)));
  const own = Object.entries(OWN_COLOURS) as [Sport, PlotSeries["colour"]][];
  const named: Group[] = own
    .filter(([sport]) => present.has(sport))
    .map(([sport, colour]) => ({
      name: SPORT_LOOKS[sport].label,
      colour,
      has: (row) => row.sport === sport,
    }));
  const others = [...present].filter((sport) => OWN_COLOURS[sport] === undefined);
  const [only] = others;
  if (only === undefined) return named;
  const name = others.length === 1 ? SPORT_LOOKS[only].label : "Other sports";
  return [...named, { name, colour: "load", has: (row) => others.includes(row.sport) }];
}

const BEFORE = {
  week: { count: 4, now: "This week", past: "the four before averaged" },
  month: { count: 3, now: "This month", past: "the three before averaged" },
  year: { count: 1, now: "This year", past: "last year it was" },
} as const;

function totalsFinding(periods: readonly PeriodRows[], { by, show, units }: Wanted): string {
  const { count, now, past } = BEFORE[by];
  const sums = periods.map(({ rows }) => totalOfRows(rows, show));
  const text = (value: number | null) => formatTotal(show, value, units);
  const latest = sums.at(-1) ?? null;
  const noun = show === "activities" ? " activities" : show === "load" ? " load" : "";
  const soFar = latest === null ? `${now} has none so far` : `${now} ${text(latest)}${noun} so far`;
  const before = sums.slice(0, -1).slice(-count);
  const known = before.filter((sum) => sum !== null);
  // The first period of all may be a part: the records begin somewhere within it.
  const isWhole = periods.length > count + 1;
  if (!isWhole || known.length === 0) return `${soFar}.`;
  // A period without training is a true zero of what others have.
  return `${soFar}; ${past} ${text(known.reduce((sum, value) => sum + value, 0) / count)}.`;
}

/** "12k" where an axis would not hold "12000". */
function compact(value: number): string {
  return value >= 10_000 ? `${Number((value / 1000).toFixed(1))}k` : String(value);
}

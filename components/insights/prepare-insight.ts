import type { PlotModel, PlotPanel, PlotSeries, ValueFormat } from "@/components/charts/plot-model";
import { hoursPanel, panel, timeModel } from "@/components/recovery/prepare-recovery";
import { showFact } from "@/lib/assistant/show-fact";
import { eachDay, type LocalDate } from "@/lib/dates/local-date";
import type { Evidence, EvidenceSeries, FactUnit } from "@/lib/training/insights/finding";
import { KILOGRAMS_PER_POUND } from "@/lib/units/conversion";
import type { UnitSystem } from "@/lib/units/unit-system";

const HEIGHT_PX = { one: 150, many: 92 };
const MOST_PANELS = 3;

const COLOURS: Readonly<Record<string, PlotSeries["colour"]>> = {
  "Resting heart rate": "heart",
  HRV: "hrv",
  Sleep: "sleep",
  "Breaths a minute": "respiration",
  Fitness: "fitness",
  Form: "form",
  "How you felt": "go",
  "Hard sessions": "hard",
  "Share of moderate time": "moderate",
};
/** What adds up over days stands as bars. */
const BARS: readonly Drawn["unit"][] = ["load", "count"];
const FORMATS: Partial<Record<Drawn["unit"], ValueFormat>> = {
  lb: "one-decimal",
  s: "hours",
  ratio: "ratio",
  bpm: "one-decimal",
  kg: "one-decimal",
  rating: "one-decimal",
  percent: "one-decimal",
  h: "one-decimal",
  "m/s": "ratio",
};
const UNIT_WORDS: Partial<Record<Drawn["unit"], string>> = {
  ...{ s: "", load: "", "load/day": "", score: "", ratio: "", count: "", rating: "" },
  ...{ share: "%", percent: "%", days: "", rpe: "" },
};

/** The evidence lines of an insight as one chart, a panel each; null when there is nothing to draw. */
export function prepareInsight(
  series: readonly EvidenceSeries[],
  units: UnitSystem = "metric",
): PlotModel | null {
  const drawn = series
    .map((one) => (one.unit === "kg" && units === "imperial" ? inPounds(one) : one))
    .filter(({ points }) => points.some(({ value }) => value !== null))
    .slice(0, MOST_PANELS);
  const all = drawn.flatMap(({ points }) => points.map(({ day }) => day)).sort();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = eachDay(first, last);
  const heightPx = drawn.length === 1 ? HEIGHT_PX.one : HEIGHT_PX.many;
  return timeModel(
    days,
    drawn.map((one) => panelOf(one, days, heightPx)),
  );
}

/** What the chart says, in a sentence: the first numbers of the evidence. */
export function insightFinding(
  evidence: readonly Evidence[],
  units: UnitSystem = "metric",
): string {
  return evidence
    .slice(0, 2)
    .map((one) => `${one.label}: ${showFact(one, units)}.`)
    .join(" ");
}

/** Pounds are no unit of facts: only of what is drawn. */
type Drawn = Omit<EvidenceSeries, "unit"> & { readonly unit: FactUnit | "lb" };

function inPounds({ label, points, range }: EvidenceSeries): Drawn {
  const pounds = (kg: number | null) => (kg === null ? null : kg / KILOGRAMS_PER_POUND);
  return {
    ...{
      label,
      unit: "lb",
      points: points.map(({ day, value }) => ({ day, value: pounds(value) })),
    },
    ...(range && { range: { low: pounds(range.low), high: pounds(range.high) } }),
  };
}

function panelOf(one: Drawn, days: readonly LocalDate[], heightPx: number): PlotPanel {
  const { label, unit, points, range } = one;
  const byDay = new Map(points.map(({ day, value }) => [day, value]));
  const scale = unit === "share" ? 100 : 1;
  const values = days.map((day) => scaled(byDay.get(day) ?? null, scale));
  const common = {
    unit: UNIT_WORDS[unit] ?? unit,
    format: FORMATS[unit] ?? "whole",
    colour: COLOURS[label] ?? "load",
  } as const;
  const isSparse = values.filter((value) => value !== null).length < days.length / 2;
  const kind = BARS.includes(unit) ? "bars" : isSparse ? "dots" : "line";
  const main: PlotSeries = { ...common, name: label, kind, values };
  const limits = limitSeries(range, days.length, common);
  const all = [...limits, main];
  if (unit !== "s") return kind === "bars" ? fromZero(panel(heightPx, all)) : panel(heightPx, all);
  const known = all.flatMap((row) => [...row.values, ...(row.low ?? [])]).filter((v) => v !== null);
  const pad = 1800;
  return hoursPanel(heightPx, all, {
    min: Math.min(...known) - pad,
    max: Math.max(...known) + pad,
  });
}

/** A range as a band; a single limit as a dashed line. */
function limitSeries(
  range: EvidenceSeries["range"],
  days: number,
  common: Pick<PlotSeries, "unit" | "format" | "colour">,
): PlotSeries[] {
  const row = (value: number) => Array.from({ length: days }, () => value);
  const { low = null, high = null } = range ?? {};
  if (low !== null && high !== null && high > low) {
    return [{ ...common, name: "Your range", kind: "range", values: row(high), low: row(low) }];
  }
  const limit = low ?? high;
  return limit === null
    ? []
    : [{ ...common, name: "Compared with", kind: "dashed", values: row(limit) }];
}

function fromZero(given: PlotPanel): PlotPanel {
  return { ...given, min: 0 };
}

function scaled(value: number | null, scale: number): number | null {
  return value === null ? null : Math.round(value * scale * 100) / 100;
}

/**
 * What is remembered of weeks and months: a few numbers each, worked out by rules. A month is
 * made of its weeks' numbers and names them as its sources; no model writes any of it.
 */
import { addDays, daysBetween, type LocalDate, startOfIsoWeek } from "@/lib/dates/local-date";
import type { Fact, FactUnit } from "@/lib/training/insights/finding";
import type { FactsEvent } from "../facts-types";

export type RememberedDay = {
  readonly day: LocalDate;
  readonly load: number | null;
  readonly durationS: number | null;
  readonly sleepS: number | null;
  readonly restingHrBpm: number | null;
  readonly hrvMs: number | null;
};

export type Summary = {
  /** `week:2026-11-16`, `month:2026-10-26`. */
  readonly id: string;
  readonly fromDay: LocalDate;
  readonly toDay: LocalDate;
  readonly facts: readonly Fact[];
  /** Kinds of what the athlete told of these days. */
  readonly events: readonly FactsEvent["kind"][];
  /** The days or weeks that it is made of. */
  readonly sourceIds: readonly string[];
};

type Measure = {
  readonly key: Exclude<keyof RememberedDay, "day">;
  readonly metric: string;
  readonly label: string;
  readonly unit: FactUnit;
  readonly way: "sum" | "mean";
};

const MEASURES: readonly Measure[] = [
  { key: "load", metric: "load", label: "Training load", unit: "load", way: "sum" },
  { key: "durationS", metric: "duration", label: "Training time", unit: "s", way: "sum" },
  { key: "sleepS", metric: "sleep", label: "Sleep, mean", unit: "s", way: "mean" },
  {
    key: "restingHrBpm",
    metric: "resting-hr",
    label: "Resting heart rate, mean",
    unit: "bpm",
    way: "mean",
  },
  { key: "hrvMs", metric: "hrv", label: "HRV, mean", unit: "ms", way: "mean" },
];
const WEEK = 7;
const WEEKS_A_MONTH = 4;
/** Nights that a mean needs. */
const MIN_NIGHTS = 3;

type Told = Pick<FactsEvent, "kind" | "fromDay" | "toDay">;

/** The whole weeks before the day's own, the last first. */
export function weekSummaries(
  days: readonly RememberedDay[],
  events: readonly Told[],
  day: LocalDate,
  count: number,
): Summary[] {
  const thisWeek = startOfIsoWeek(day);
  return Array.from({ length: count }, (_, i) => {
    const fromDay = addDays(thisWeek, -WEEK * (i + 1));
    const toDay = addDays(fromDay, WEEK - 1);
    const own = days.filter((one) => one.day >= fromDay && one.day <= toDay);
    const facts = MEASURES.flatMap((measure) => weekFact(measure, own, fromDay, toDay));
    const sourceIds = own.map((one) => `day:${one.day}`);
    return {
      id: `week:${fromDay}`,
      fromDay,
      toDay,
      facts,
      events: kindsIn(events, fromDay, toDay),
      sourceIds,
    };
  }).filter(({ facts, events }) => facts.length > 0 || events.length > 0);
}

/** Four weeks each, the last first; only whole ones. */
export function monthSummaries(weeks: readonly Summary[]): Summary[] {
  const months: Summary[] = [];
  for (let i = 0; i + WEEKS_A_MONTH <= weeks.length; i += WEEKS_A_MONTH) {
    const own = weeks.slice(i, i + WEEKS_A_MONTH);
    const [last, first] = [own[0], own.at(-1)];
    if (!last || !first) continue;
    const { fromDay } = first;
    const { toDay } = last;
    if (daysBetween(fromDay, toDay) + 1 !== WEEK * WEEKS_A_MONTH) continue;
    months.push({
      ...{ id: `month:${fromDay}`, fromDay, toDay },
      facts: MEASURES.flatMap((measure) => monthFact(measure, own, fromDay, toDay)),
      events: [...new Set(own.flatMap(({ events }) => events))],
      sourceIds: own.map(({ id }) => id),
    });
  }
  return months;
}

function weekFact(
  { key, metric, label, unit, way }: Measure,
  days: readonly RememberedDay[],
  fromDay: LocalDate,
  toDay: LocalDate,
): Fact[] {
  const values = days.flatMap((one) => one[key] ?? []);
  if (values.length < (way === "mean" ? MIN_NIGHTS : 1)) return [];
  const sum = values.reduce((total, value) => total + value, 0);
  const value = way === "sum" ? sum : sum / values.length;
  return [
    { id: `${metric}.week-${fromDay}`, label: `${label} of the week`, value, unit, fromDay, toDay },
  ];
}

/** From the weeks' own numbers; none where a week has none. */
function monthFact(
  { metric, label, unit, way }: Measure,
  weeks: readonly Summary[],
  fromDay: LocalDate,
  toDay: LocalDate,
): Fact[] {
  const values = weeks.flatMap(({ facts, fromDay: week }) =>
    facts.filter(({ id }) => id === `${metric}.week-${week}`).map(({ value }) => value),
  );
  if (values.length < weeks.length) return [];
  const sum = values.reduce((total, value) => total + value, 0);
  const value = way === "sum" ? sum : sum / values.length;
  return [
    {
      id: `${metric}.month-${fromDay}`,
      label: `${label} of four weeks`,
      value,
      unit,
      fromDay,
      toDay,
    },
  ];
}

function kindsIn(events: readonly Told[], from: LocalDate, to: LocalDate): FactsEvent["kind"][] {
  const own = events.filter(({ fromDay, toDay }) => fromDay <= to && toDay >= from);
  return [...new Set(own.map(({ kind }) => kind))];
}

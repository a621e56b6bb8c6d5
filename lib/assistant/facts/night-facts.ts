import { addDays, type LocalDate } from "@/lib/dates/local-date";
import type { Fact, FactUnit } from "@/lib/training/insights/finding";
import { hrvNormalRange } from "@/lib/training/recovery/hrv-normal-range";
import type { AiAllowed } from "@/lib/training/source/ai-allowed";
import type { FactsNight } from "./facts-input";
import { makeFact, meanOf } from "./make-fact";

const WEEK = 7;
const MONTH = 28;
const RANGE_NIGHTS = 60;
/** Nights that a mean needs. */
const MIN_WEEK = 3;
const MIN_MONTH = 14;

type Measure = {
  readonly id: string;
  readonly name: string;
  readonly unit: FactUnit;
  readonly read: (night: FactsNight) => number | null;
};

const MEASURES: readonly Measure[] = [
  { id: "resting-hr", name: "Resting heart rate", unit: "bpm", read: (n) => n.restingHrBpm },
  { id: "hrv", name: "HRV", unit: "ms", read: (n) => n.hrvRmssdMs },
  { id: "sleep", name: "Sleep", unit: "s", read: (n) => n.sleepS },
];

/** Last night, the means of a week and of four, and the HRV's own normal range. */
export function nightFacts(
  { value: nights }: AiAllowed<readonly FactsNight[]>,
  day: LocalDate,
): Fact[] {
  const byDay = new Map(nights.map((night) => [night.day, night]));
  const values = (measure: Measure, days: number, endsBefore: number) =>
    Array.from({ length: days }, (_, i) => {
      const night = byDay.get(addDays(day, i - days + 1 - endsBefore));
      return night ? measure.read(night) : null;
    });
  return [
    ...MEASURES.flatMap((measure) =>
      measureFacts(measure, day, (n, before) => values(measure, n, before)),
    ),
    ...makeFact(
      "stress.last",
      "Stress, last day measured",
      byDay.get(addDays(day, -1))?.stressAvg,
      "score",
      addDays(day, -1),
    ),
    ...hrvRange(values, day),
  ];
}

function measureFacts(
  { id, name, unit }: Measure,
  day: LocalDate,
  values: (days: number, endsBefore: number) => (number | null)[],
): Fact[] {
  const [last = null] = values(1, 0);
  const week = meanOf(values(WEEK, 0), MIN_WEEK);
  const month = meanOf(values(MONTH, 1), MIN_MONTH);
  const change = last !== null && month !== null ? last - month : null;
  const before = addDays(day, -1);
  return [
    ...makeFact(`${id}.last`, `${name}, last night`, last, unit, day),
    ...makeFact(`${id}.mean-7`, `${name}, mean of seven nights`, week, unit, day, WEEK),
    ...makeFact(
      `${id}.mean-28`,
      `${name}, mean of the 28 nights before`,
      month,
      unit,
      before,
      MONTH,
    ),
    ...makeFact(
      `${id}.change-28`,
      `${name}, change against the mean of the 28 nights before`,
      change,
      unit,
      day,
    ),
  ];
}

function hrvRange(
  values: (measure: Measure, days: number, endsBefore: number) => (number | null)[],
  day: LocalDate,
): Fact[] {
  const hrv = MEASURES.find(({ id }) => id === "hrv");
  if (!hrv) return [];
  const range = hrvNormalRange(values(hrv, RANGE_NIGHTS, 1), values(hrv, WEEK, 0));
  const before = addDays(day, -1);
  return [
    ...makeFact(
      "hrv.low",
      "HRV, low end of the normal range",
      range.lowMs,
      "ms",
      before,
      RANGE_NIGHTS,
    ),
    ...makeFact(
      "hrv.high",
      "HRV, high end of the normal range",
      range.highMs,
      "ms",
      before,
      RANGE_NIGHTS,
    ),
  ];
}

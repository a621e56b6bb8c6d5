import { formatValue } from "@/components/charts/format-value";
import type { PlotColour, ValueFormat } from "@/components/charts/plot-model";
import { type OwnRange, ownRange, RANGE_MIN_NIGHTS } from "@/components/recovery/own-range";
import { addDays, eachDay, type LocalDate } from "@/lib/dates/local-date";

type Night = {
  readonly day: LocalDate;
  readonly hrvRmssdMs: number | null;
  readonly restingHrBpm: number | null;
  readonly sleepS: number | null;
  readonly stressAvg: number | null;
};

export type NormalRow = {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly colour: PlotColour;
  /** The last four weeks up to today; null is a night without the value. */
  readonly values: readonly (number | null)[];
  readonly range: OwnRange | null;
  /** "below range", "in range", "no data", "day 9 of 14". */
  readonly word: string;
};

type Measure = {
  readonly key: Exclude<keyof Night, "day">;
  readonly name: string;
  readonly unit: string;
  readonly colour: PlotColour;
  readonly format: ValueFormat;
  readonly scale: "linear" | "logarithmic";
};

const SHOWN_NIGHTS = 28;
const LOOK_BACK = 60;

const MEASURES: readonly Measure[] = [
  {
    key: "hrvRmssdMs",
    name: "HRV",
    unit: "ms",
    colour: "hrv",
    format: "whole",
    scale: "logarithmic",
  },
  {
    key: "restingHrBpm",
    name: "Resting HR",
    unit: "bpm",
    colour: "heart",
    format: "whole",
    scale: "linear",
  },
  { key: "sleepS", name: "Sleep", unit: "", colour: "sleep", format: "hours", scale: "linear" },
  {
    key: "stressAvg",
    name: "Stress",
    unit: "",
    colour: "stress",
    format: "whole",
    scale: "linear",
  },
];

/** Last night against the athlete's own sixty before it, measure by measure. */
export function prepareNormal(nights: readonly Night[], today: LocalDate): NormalRow[] {
  const byDay = new Map(nights.map((night) => [night.day, night]));
  const days = eachDay(addDays(today, -LOOK_BACK), today);
  return MEASURES.map((measure) => {
    const values = days.map((day) => byDay.get(day)?.[measure.key] ?? null);
    const before = values.slice(0, -1);
    const now = values.at(-1) ?? null;
    const range = ownRange(before, measure.scale);
    const known = before.filter((value) => value !== null).length;
    return {
      name: measure.name,
      value: formatValue(now, measure.format),
      unit: now === null ? "" : measure.unit,
      colour: measure.colour,
      values: values.slice(-SHOWN_NIGHTS),
      range,
      word: rangeWord(now, range, known),
    };
  });
}

function rangeWord(now: number | null, range: OwnRange | null, known: number): string {
  if (now === null) return "not in yet";
  if (range === null) return `night ${known + 1} of ${RANGE_MIN_NIGHTS}`;
  if (now < range.low) return "below range";
  return now > range.high ? "above range" : "in range";
}

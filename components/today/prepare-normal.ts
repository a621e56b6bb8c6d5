import { formatValue } from "@/components/charts/format-value";
import type { PlotColour, ValueFormat } from "@/components/charts/plot-model";
import { type OwnRange, ownRange, RANGE_MIN_NIGHTS } from "@/components/recovery/own-range";
import { addDays, eachDay, type LocalDate } from "@/lib/dates/local-date";
import type { MethodSlug } from "@/lib/methods/method-catalogue";
import { hrvNormalRange } from "@/lib/training/recovery/hrv-normal-range";

type Night = {
  readonly day: LocalDate;
  readonly hrvRmssdMs: number | null;
  readonly restingHrBpm: number | null;
  readonly sleepS: number | null;
  readonly stressAvg: number | null;
};

export type NormalRow = {
  readonly name: string;
  /** How its range is made. */
  readonly method: MethodSlug;
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
  },
  {
    key: "restingHrBpm",
    name: "Resting HR",
    unit: "bpm",
    colour: "heart",
    format: "whole",
  },
  { key: "sleepS", name: "Sleep", unit: "", colour: "sleep", format: "hours" },
  {
    key: "stressAvg",
    name: "Stress",
    unit: "",
    colour: "stress",
    format: "whole",
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
    const range = measure.key === "hrvRmssdMs" ? hrvRange(before) : ownRange(before);
    const known = before.filter((value) => value !== null).length;
    return {
      name: measure.name,
      method: measure.key === "hrvRmssdMs" ? "hrv-normal-range" : "own-normal-range",
      value: formatValue(now, measure.format),
      unit: now === null ? "" : measure.unit,
      colour: measure.colour,
      values: values.slice(-SHOWN_NIGHTS),
      range,
      word: rangeWord(now, range, known),
    };
  });
}

/** For a single night: one standard deviation of the logarithms (HRV-3). */
function hrvRange(before: readonly (number | null)[]): OwnRange | null {
  const { acuteLowMs, acuteHighMs } = hrvNormalRange(before, []);
  return acuteLowMs === null || acuteHighMs === null
    ? null
    : { low: acuteLowMs, high: acuteHighMs };
}

function rangeWord(now: number | null, range: OwnRange | null, known: number): string {
  if (now === null) return "not in yet";
  if (range === null) return `night ${known + 1} of ${RANGE_MIN_NIGHTS}`;
  if (now < range.low) return "below range";
  return now > range.high ? "above range" : "in range";
}

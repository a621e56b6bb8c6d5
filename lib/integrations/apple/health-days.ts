import { type LocalDate, localDate } from "@/lib/dates/local-date";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";
import { type KnownUnit, unitFactor } from "./convert-unit";
import type { HealthSeries } from "./health-file";
import { type HealthNight, healthNights, secondsAsleep } from "./health-nights";
import { DAY_TYPES } from "./health-types";

type Value = {
  readonly atS: number;
  readonly endS: number;
  readonly source: string;
  readonly value: number;
};
type Values = ReadonlyMap<LocalDate, readonly Value[]>;
type Field = Exclude<keyof WellnessObservation, "day" | "source">;
/** One value of a day out of its records; null for none. */
type Rule = (values: readonly Value[], night: HealthNight | undefined) => number | null;

const FIELDS: readonly (readonly [Field, source: string, type: string, KnownUnit, Rule])[] = [
  ["hrvSdnnMs", "hrv", DAY_TYPES.hrvSdnn, "ms", meanOfNight],
  ["restingHrBpm", "resting_heart_rate", DAY_TYPES.restingHr, "count/min", latest],
  ["weightKg", "weight", DAY_TYPES.weight, "kg", latest],
  ["respirationBrpm", "respiration", DAY_TYPES.respiration, "count/min", meanOfNight],
  ["spo2Pct", "spo2", DAY_TYPES.oxygen, "%", percentOfNight],
  ["steps", "steps", DAY_TYPES.steps, "count", mostOfOneSource],
];

/** Nights and days of an Apple Health export as observations, day by day and kind by kind. */
export function healthDays(series: readonly HealthSeries[]): WellnessObservation[] {
  const nights = new Map(healthNights(series).map((night) => [night.day, night]));
  const observations = [...nights.values()].map(sleepOf);
  for (const [field, source, type, unit, rule] of FIELDS) {
    for (const [day, values] of valuesByDay(series, type, unit)) {
      const value = rule(values, nights.get(day));
      if (value === null || value <= 0) continue;
      observations.push({ day, source: `apple_health:${source}`, [field]: value });
    }
  }
  return observations.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function sleepOf(night: HealthNight): WellnessObservation {
  const { day, startS, endS, hasStages, seconds } = night;
  const stages = { deepSleepS: seconds.deep, lightSleepS: seconds.core, remSleepS: seconds.rem };
  return {
    ...{ day, source: "apple_health:sleep" },
    ...{ sleepS: secondsAsleep(night), sleepStartEpochS: startS, sleepEndEpochS: endS },
    ...(hasStages ? { ...stages, awakeS: seconds.awake } : {}),
  };
}

/** By the local day on which each record begins; a unit that is not known is left out. */
function valuesByDay(series: readonly HealthSeries[], type: string, unit: KnownUnit): Values {
  const byDay = new Map<LocalDate, Value[]>();
  for (const one of series) {
    const factor = one.type === type ? unitFactor(one.unit, unit) : null;
    if (factor === null) continue;
    for (const [i, atS] of one.startS.entries()) {
      const local = new Date((atS + one.utcOffsetS) * 1000);
      const day = localDate(local.toISOString().slice(0, 10));
      const values = byDay.get(day) ?? [];
      byDay.set(day, values);
      const value = (one.value[i] as number) * factor;
      values.push({ atS, endS: one.endS[i] as number, source: one.source, value });
    }
  }
  return byDay;
}

/** The watch corrects its resting heart rate as the day goes on; of several weighings the last. */
function latest(values: readonly Value[]): number | null {
  return values.reduce(
    (last, value) => (value.endS >= last.endS ? value : last),
    values[0] as Value,
  ).value;
}

/** During the night when there is one, else of the day. */
function meanOfNight(values: readonly Value[], night: HealthNight | undefined): number | null {
  const asleep = night ? values.filter(({ atS }) => atS >= night.startS && atS <= night.endS) : [];
  const judged = asleep.length > 0 ? asleep : values;
  return judged.reduce((sum, { value }) => sum + value, 0) / judged.length;
}

/** "%" stands beside 0.97 as well as beside 97. */
function percentOfNight(values: readonly Value[], night: HealthNight | undefined): number | null {
  const percents = values.map((one) => (one.value <= 1 ? { ...one, value: one.value * 100 } : one));
  return meanOfNight(percents, night);
}

/** Watch and phone count the same steps: the source that saw most of them, never their sum. */
function mostOfOneSource(values: readonly Value[]): number | null {
  const bySource = new Map<string, number>();
  for (const { source, value } of values) bySource.set(source, (bySource.get(source) ?? 0) + value);
  return Math.max(...bySource.values());
}

/** The line of one number of a sport's sessions, day by day; days without one are gaps. */
import { addDays, eachDay, type LocalDate } from "../../dates/local-date";
import type { Sport } from "../activity/sports";
import { meanOf } from "./day-span";
import type { DetectorActivity, DetectorInput } from "./detector-input";
import type { EvidenceSeries, FactUnit } from "./finding";

const DAYS = 84;

export function sessionSeries(
  input: DetectorInput,
  sport: Sport,
  label: string,
  unit: FactUnit,
  value: (activity: DetectorActivity) => number | null,
): EvidenceSeries {
  const first = addDays(input.day, 1 - DAYS);
  const points = eachDay(first, input.day).map((day) => {
    const ofDay = input.activities
      .filter((activity) => activity.day === day && activity.sport === sport)
      .flatMap((activity) => value(activity) ?? []);
    return { day, value: meanOf(ofDay) };
  });
  return { label, unit, points };
}

/** How many of something there were on each of the days up to the last one. */
export function countSeries(
  label: string,
  { toDay, days }: { readonly toDay: LocalDate; readonly days: number },
  countOn: (day: LocalDate) => number,
): EvidenceSeries {
  const points = eachDay(addDays(toDay, 1 - days), toDay).map((day) => ({
    day,
    value: countOn(day),
  }));
  return { label, unit: "count", points };
}

/** Single values on their days, with gaps between, up to the day that looks back. */
export function valueSeries(
  label: string,
  unit: FactUnit,
  toDay: LocalDate,
  values: ReadonlyMap<LocalDate, number>,
): EvidenceSeries {
  const from = [...values.keys(), addDays(toDay, 1 - DAYS)].sort()[0] ?? toDay;
  const points = eachDay(from, toDay).map((day) => ({ day, value: values.get(day) ?? null }));
  return { label, unit, points };
}

/** The line of one number of a sport's sessions, day by day; days without one are gaps. */
import { addDays, eachDay } from "../../dates/local-date";
import type { Sport } from "../activity/activity-types";
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

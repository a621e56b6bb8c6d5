import type { MorningHistory, TrainedActivity } from "@/db/queries/morning-history";
import {
  addDays,
  dayNumber,
  daysBetween,
  isoWeekday,
  type LocalDate,
} from "@/lib/dates/local-date";
import { instantAt } from "@/lib/dates/zoned-time";
import { type Daylight, daylight } from "@/lib/training/plan/daylight";
import { longestFreeS } from "@/lib/training/plan/free-time";
import type { Heat } from "@/lib/training/plan/recommendation-input";
import { availableS } from "@/lib/training/plan/weekday-minutes";

const MINUTE_MS = 60_000;
const PLACE_DAYS = 14;
const HEAT_DAYS = 7;

type Frame = Pick<MorningHistory, "busyTimes" | "profile">;

/** What the athlete's limit for the weekday and the calendars leave, in seconds; null without either. */
export function availableOn(history: Frame, day: LocalDate): number | null {
  return availableS(history.profile.weekdayMinutes, isoWeekday(day), freeOn(history, day));
}

/** The longest free stretch of the day in seconds; null where no calendar has a time in it. */
function freeOn({ busyTimes, profile: { timeZone } }: Frame, day: LocalDate): number | null {
  if (busyTimes.length === 0) return null;
  const midnight = instantAt(day, 0, 0, timeZone).getTime();
  const end = instantAt(addDays(day, 1), 0, 0, timeZone).getTime();
  // A whole day in a calendar is a birthday or a holiday, hardly ever a day without an hour.
  const busy = busyTimes.filter(
    ({ startAt, endAt, isAllDay }) =>
      !isAllDay && startAt.getTime() < end && endAt.getTime() > midnight,
  );
  if (busy.length === 0) return null;
  return longestFreeS(
    busy.map(({ startAt, endAt }) => ({
      from: (startAt.getTime() - midnight) / MINUTE_MS,
      to: (endAt.getTime() - midnight) / MINUTE_MS,
    })),
  );
}

/** By where the athlete trained last; null where no track of the last two weeks tells. */
export function daylightOn(before: readonly TrainedActivity[], day: LocalDate): Daylight | null {
  const first = addDays(day, -PLACE_DAYS);
  for (const { day: at, startLatitudeDeg, startLongitudeDeg, utcOffsetS } of before.toReversed()) {
    if (at < first) return null;
    if (startLatitudeDeg === null || startLongitudeDeg === null) continue;
    const place = { latitudeDeg: startLatitudeDeg, longitudeDeg: startLongitudeDeg, utcOffsetS };
    return daylight(dayNumber(day), place);
  }
  return null;
}

/** By the last session that a weather service knows; null where none of the last week is known. */
export function heatOn(before: readonly TrainedActivity[], day: LocalDate): Heat | null {
  const first = addDays(day, -HEAT_DAYS);
  const last = before.findLast(({ day: at, airTemperatureC }) => {
    return at >= first && airTemperatureC !== null;
  });
  if (last === undefined || last.airTemperatureC === null) return null;
  return { temperatureC: last.airTemperatureC, daysAgo: daysBetween(last.day, day) };
}

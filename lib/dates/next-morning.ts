import { addDays, type LocalDate, laterDay } from "./local-date";
import { instantAt, localDayAt } from "./zoned-time";

/** The last day whose morning has come by `now`, for clocks in `timeZone`. */
export function latestMorning(now: Date, timeZone: string, minute: number): LocalDate {
  const today = localDayAt(now, timeZone);
  return morningOf(today, timeZone, minute) <= now ? today : addDays(today, -1);
}

/**
 * When the first morning after that of `lastDay` is due: clocks in `timeZone` show `minute`
 * minutes after midnight. A morning that has come without having been started is due at once
 * (the instant lies in the past), but of several only the last. Without `lastDay` what has
 * come by `now` counts as started.
 */
export function nextMorning(
  now: Date,
  timeZone: string,
  minute: number,
  lastDay: LocalDate | null = null,
): Date {
  const latest = latestMorning(now, timeZone, minute);
  const day = laterDay(addDays(lastDay ?? latest, 1), latest);
  return morningOf(day, timeZone, minute);
}

function morningOf(day: LocalDate, timeZone: string, minute: number): Date {
  return instantAt(day, Math.floor(minute / 60), minute % 60, timeZone);
}

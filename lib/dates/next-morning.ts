import { addDays } from "./local-date";
import { instantAt, localDayAt } from "./zoned-time";

/** The next instant after `now` at which clocks in `timeZone` show `minute` minutes after midnight. */
export function nextMorning(now: Date, timeZone: string, minute: number): Date {
  const today = localDayAt(now, timeZone);
  const hour = Math.floor(minute / 60);
  const todays = instantAt(today, hour, minute % 60, timeZone);
  return todays > now ? todays : instantAt(addDays(today, 1), hour, minute % 60, timeZone);
}

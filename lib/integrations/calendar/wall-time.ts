import ICAL from "ical.js";

/** What clocks show, as if it were UTC, in milliseconds. */
export function wallMsOf(time: ICAL.Time): number {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
}

/** The same as ical.js has it, without a zone. */
export function wallTime(wallMs: number, isDate: boolean): ICAL.Time {
  const at = new Date(wallMs);
  return new ICAL.Time(
    {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
      isDate,
    },
    ICAL.Timezone.localTimezone,
  );
}

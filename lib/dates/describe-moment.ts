import { formatClock } from "./format-clock";
import { formatDay } from "./format-day";
import { localDayAt } from "./zoned-time";

/** An instant where the athlete is, "21 Nov 2026, 18:04". Takes ISO 8601 or a Date. */
export function describeMoment(instant: string | Date, timeZone: string): string {
  const date = typeof instant === "string" ? new Date(instant) : instant;
  return `${formatDay(localDayAt(date, timeZone), "compact")}, ${formatClock(date, timeZone)}`;
}

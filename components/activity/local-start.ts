import { clockFromMinute } from "@/lib/dates/format-clock";
import type { LocalDate } from "@/lib/dates/local-date";

/** Day and time of day on the clocks where the activity took place. */
export function localStart(
  startedAt: Date | string,
  utcOffsetS: number,
): { readonly day: LocalDate; readonly clock: string } {
  const shown = new Date(new Date(startedAt).getTime() + utcOffsetS * 1000);
  return {
    day: shown.toISOString().slice(0, 10) as LocalDate,
    clock: clockFromMinute(shown.getUTCHours() * 60 + shown.getUTCMinutes()),
  };
}

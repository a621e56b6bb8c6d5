import { formatDay } from "@/lib/dates/format-day";
import { addDays, type LocalDate } from "@/lib/dates/local-date";

/** "Mon 16 Nov to Sun 22 Nov", by its Monday. */
export function weekWords(monday: LocalDate): string {
  return `${formatDay(monday, "short")} to ${formatDay(addDays(monday, 6), "short")}`;
}

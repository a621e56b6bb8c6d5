import { addDays, isoWeekday, type LocalDate } from "./local-date";

/** The first day of the day's week when weeks begin on `firstWeekday` (1 = Monday … 7 = Sunday). */
export function startOfWeek(day: LocalDate, firstWeekday: number): LocalDate {
  return addDays(day, -((isoWeekday(day) - firstWeekday + 7) % 7));
}

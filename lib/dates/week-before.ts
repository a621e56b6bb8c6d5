import { addDays, type LocalDate, startOfIsoWeek } from "./local-date";

/** The Monday of the last whole week, Monday to Sunday. */
export function weekBefore(day: LocalDate): LocalDate {
  return addDays(startOfIsoWeek(day), -7);
}

import { isoWeekday, type LocalDate } from "./local-date";

const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

export type DayStyle = "full" | "weekday" | "short" | "compact" | "month" | "number";

/**
 * A calendar day in words. full "Saturday 21 November", short "Sat 21 Nov",
 * compact "21 Nov 2026", weekday "Sat", month "Nov", number "21".
 */
export function formatDay(day: LocalDate, style: DayStyle): string {
  const weekday = WEEKDAYS[isoWeekday(day) - 1] ?? "";
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? "";
  const number = Number(day.slice(8, 10));
  switch (style) {
    case "full":
      return `${weekday} ${number} ${month}`;
    case "short":
      return `${weekday.slice(0, 3)} ${number} ${month.slice(0, 3)}`;
    case "compact":
      return `${number} ${month.slice(0, 3)} ${day.slice(0, 4)}`;
    case "weekday":
      return weekday.slice(0, 3);
    case "month":
      return month.slice(0, 3);
    case "number":
      return String(number);
  }
}

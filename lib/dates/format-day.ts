import { dayNumber, isoWeekday, type LocalDate } from "./local-date";

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
  const date = new Date(dayNumber(day) * 86_400_000);
  const month = MONTHS[date.getUTCMonth()] ?? "";
  const number = date.getUTCDate();
  switch (style) {
    case "full":
      return `${weekday} ${number} ${month}`;
    case "short":
      return `${weekday.slice(0, 3)} ${number} ${month.slice(0, 3)}`;
    case "compact":
      return `${number} ${month.slice(0, 3)} ${date.getUTCFullYear()}`;
    case "weekday":
      return weekday.slice(0, 3);
    case "month":
      return month.slice(0, 3);
    case "number":
      return String(number);
  }
}

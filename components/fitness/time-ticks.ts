import { formatDay } from "@/lib/dates/format-day";
import { daysBetween, isoWeekday, type LocalDate } from "@/lib/dates/local-date";

const MOST_TICKS = 7;

/** Labels below a time axis: Mondays for some weeks, months for a year, years beyond; never crowded. */
export function timeTicks(days: readonly LocalDate[]): { at: number; text: string }[] {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = daysBetween(first, last);
  const style = span <= 62 ? "day" : span <= 800 ? "month" : "year";
  const ticks = days.flatMap((day, at) => {
    const text = tickText(day, days[at - 1], style);
    return text === null ? [] : [{ at, text }];
  });
  const step = Math.ceil(ticks.length / MOST_TICKS);
  return ticks.filter((_, index) => index % step === 0);
}

function tickText(
  day: LocalDate,
  before: LocalDate | undefined,
  style: "day" | "month" | "year",
): string | null {
  if (before === undefined) return null;
  if (style === "day") {
    return isoWeekday(day) === 1 ? `${formatDay(day, "number")} ${formatDay(day, "month")}` : null;
  }
  const length = style === "month" ? 7 : 4;
  if (day.slice(0, length) === before.slice(0, length)) return null;
  return style === "month" ? formatDay(day, "month") : day.slice(0, 4);
}

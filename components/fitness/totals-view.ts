import type { Route } from "next";
import type { TotalsPeriod } from "@/db/queries/training-totals";
import { addDays, type LocalDate, localDate } from "@/lib/dates/local-date";
import { startOfWeek } from "@/lib/dates/start-of-week";
import { SPORTS, type Sport } from "@/lib/training/activity/sports";

export const TOTALS_BY = [
  { key: "week", label: "Weeks" },
  { key: "month", label: "Months" },
  { key: "year", label: "Years" },
] as const satisfies readonly { key: TotalsPeriod; label: string }[];

export const TOTALS_MEASURES = [
  { key: "time", label: "Time" },
  { key: "distance", label: "Distance" },
  { key: "ascent", label: "Ascent" },
  { key: "load", label: "Load" },
  { key: "energy", label: "Energy" },
  { key: "activities", label: "Activities" },
] as const;
export type TotalsMeasure = (typeof TOTALS_MEASURES)[number]["key"];

export type TotalsView = {
  readonly by: TotalsPeriod;
  readonly sport: Sport | "all";
  readonly show: TotalsMeasure;
  /** Which chart stands as a table, too. */
  readonly table: string | null;
};

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const WEEKS_SHOWN = 26;
const MONTHS_SHOWN = 24;

/** What the address asks for; anything unknown falls back to weeks, all sports, time. */
export function totalsViewFrom(search: SearchParams): TotalsView {
  return {
    by: TOTALS_BY.find(({ key }) => key === search.by)?.key ?? "week",
    sport: SPORTS.find((sport) => sport === search.sport) ?? "all",
    show: TOTALS_MEASURES.find(({ key }) => key === search.show)?.key ?? "time",
    table: typeof search.table === "string" ? search.table : null,
  };
}

/** The address of the same page with something changed. */
export function totalsHref(view: TotalsView, change: Partial<TotalsView>): Route {
  const { by, sport, show, table } = { ...view, ...change };
  const search = new URLSearchParams({ by });
  if (sport !== "all") search.set("sport", sport);
  if (show !== "time") search.set("show", show);
  if (table !== null) search.set("table", table);
  return `/fitness/totals?${search}` as Route;
}

/** First day of the first period shown: half a year of weeks, two years of months; null for all years. */
export function totalsFrom(
  by: TotalsPeriod,
  today: LocalDate,
  firstWeekday: number,
): LocalDate | null {
  if (by === "year") return null;
  if (by === "week") return addDays(startOfWeek(today, firstWeekday), -7 * (WEEKS_SHOWN - 1));
  let month = startOfMonth(today);
  for (let back = 1; back < MONTHS_SHOWN; back++) month = startOfMonth(addDays(month, -1));
  return month;
}

/** "the last 26 weeks": the stretch that is shown by weeks and by months. */
export function totalsStretch(by: Exclude<TotalsPeriod, "year">): string {
  return by === "week" ? `the last ${WEEKS_SHOWN} weeks` : `the last ${MONTHS_SHOWN} months`;
}

/** First days of all periods from the one that begins on `from` to that of `to`, without a gap. */
export function periodStarts(by: TotalsPeriod, from: LocalDate, to: LocalDate): LocalDate[] {
  const starts: LocalDate[] = [];
  for (let start = from; start <= to; start = nextStart(by, start)) starts.push(start);
  return starts;
}

/** More days than a month or a year has, and fewer than two: always within the next one. */
const INTO_NEXT = { month: 32, year: 367 } as const;

function nextStart(by: TotalsPeriod, start: LocalDate): LocalDate {
  if (by === "week") return addDays(start, 7);
  const within = addDays(start, INTO_NEXT[by]);
  return by === "month" ? startOfMonth(within) : localDate(`${within.slice(0, 4)}-01-01`);
}

function startOfMonth(day: LocalDate): LocalDate {
  return localDate(`${day.slice(0, 7)}-01`);
}

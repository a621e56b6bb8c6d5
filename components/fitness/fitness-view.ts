import type { Route } from "next";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { SPORTS } from "@/lib/training/activity/activity-types";

export const FITNESS_RANGES = [
  { key: "6w", label: "6 w", days: 42 },
  { key: "3m", label: "3 m", days: 90 },
  { key: "1y", label: "1 y", days: 365 },
  { key: "all", label: "All", days: null },
] as const;

export type FitnessView = {
  readonly range: (typeof FITNESS_RANGES)[number];
  readonly sport: string;
  /** Which chart stands as a table, too. */
  readonly table: string | null;
};

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What the address asks for; anything unknown falls back to three months of all sports. */
export function fitnessViewFrom(search: SearchParams): FitnessView {
  const sport = single(search.sport);
  return {
    range: FITNESS_RANGES.find((one) => one.key === single(search.range)) ?? FITNESS_RANGES[1],
    sport: SPORTS.some((one) => one === sport) && sport !== null ? sport : "all",
    table: single(search.table),
  };
}

/** The address of the same page with something changed. */
export function fitnessHref(view: FitnessView, change: Partial<FitnessView>): Route {
  const { range, sport, table } = { ...view, ...change };
  const search = new URLSearchParams({ range: range.key });
  if (sport !== "all") search.set("sport", sport);
  if (table !== null) search.set("table", table);
  return `/fitness?${search}` as Route;
}

/** The first day that the range shows; null for all of it. */
export function fitnessFrom(view: FitnessView, today: LocalDate): LocalDate | null {
  return view.range.days === null ? null : addDays(today, 1 - view.range.days);
}

function single(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}

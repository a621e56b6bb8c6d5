import type { Route } from "next";
import { addDays, type LocalDate, parseLocalDate } from "@/lib/dates/local-date";
import { SPORTS } from "@/lib/training/activity/activity-types";

export const FITNESS_RANGES = [
  { key: "6w", label: "6 w", days: 42 },
  { key: "3m", label: "3 m", days: 90 },
  { key: "1y", label: "1 y", days: 365 },
  { key: "all", label: "All", days: null },
] as const;

export type FitnessWindow = { readonly from: LocalDate; readonly to: LocalDate };

export type FitnessView = {
  readonly range: (typeof FITNESS_RANGES)[number];
  /** A stretch of the athlete's own choosing, which takes the place of the range; null without one. */
  readonly window: FitnessWindow | null;
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
    window: windowFrom(search),
    sport: SPORTS.some((one) => one === sport) && sport !== null ? sport : "all",
    table: single(search.table),
  };
}

/** The address of the same page with something changed; a range takes the place of a stretch. */
export function fitnessHref(view: FitnessView, change: Partial<FitnessView>): Route {
  const { range, window, sport, table } = { ...view, ...change };
  const shown = change.range === undefined ? window : null;
  const search = new URLSearchParams(
    shown === null ? { range: range.key } : { from: shown.from, to: shown.to },
  );
  if (sport !== "all") search.set("sport", sport);
  if (table !== null) search.set("table", table);
  return `/fitness?${search}` as Route;
}

/** First and last day to show, never beyond today; from null is the very first day. */
export function fitnessDays(
  { window, range }: FitnessView,
  today: LocalDate,
): { readonly from: LocalDate | null; readonly to: LocalDate } {
  if (window !== null && window.from <= today) {
    return { from: window.from, to: window.to < today ? window.to : today };
  }
  return { from: range.days === null ? null : addDays(today, 1 - range.days), to: today };
}

/** Both days, in their order; null when one is missing or no day. */
function windowFrom(search: SearchParams): FitnessWindow | null {
  const from = parseLocalDate(single(search.from) ?? "");
  const to = parseLocalDate(single(search.to) ?? "");
  if (from === null || to === null) return null;
  return from <= to ? { from, to } : { from: to, to: from };
}

function single(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}

import type { Route } from "next";
import { addDays, type LocalDate, parseLocalDate } from "@/lib/dates/local-date";
import { SPORTS } from "@/lib/training/activity/sports";
import { type AheadPlan, MOST_WEEKLY_LOAD } from "./prepare-ahead";

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
  /** What is supposed of the days to come. */
  readonly ahead: AheadPlan;
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
    ahead: aheadFrom(single(search.ahead)),
  };
}

/** Rest for what is none. */
function aheadFrom(text: string | null): AheadPlan {
  if (text === "steady") return text;
  if (text === null || !/^\d{1,4}$/.test(text)) return "rest";
  return Math.min(Number(text), MOST_WEEKLY_LOAD);
}

/** The address of the same page with something changed; a range takes the place of a stretch. */
export function fitnessHref(view: FitnessView, change: Partial<FitnessView>): Route {
  const { range, window, sport, table, ahead } = { ...view, ...change };
  const shown = change.range === undefined ? window : null;
  const search = new URLSearchParams(
    shown === null ? { range: range.key } : { from: shown.from, to: shown.to },
  );
  if (sport !== "all") search.set("sport", sport);
  if (table !== null) search.set("table", table);
  if (ahead !== "rest") search.set("ahead", String(ahead));
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

import type { Route } from "next";
import { addDays, type LocalDate } from "@/lib/dates/local-date";

export const RECOVERY_RANGES = [
  { key: "30", label: "30 d", days: 30 },
  { key: "90", label: "90 d", days: 90 },
  { key: "365", label: "1 y", days: 365 },
] as const;

export type RecoveryView = {
  readonly range: (typeof RECOVERY_RANGES)[number];
  /** Which chart stands as a table, too. */
  readonly table: string | null;
};

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What the address asks for; anything unknown falls back to ninety days. */
export function recoveryViewFrom(search: SearchParams): RecoveryView {
  const table = search.table;
  return {
    range: RECOVERY_RANGES.find((one) => one.key === search.range) ?? RECOVERY_RANGES[1],
    table: typeof table === "string" ? table : null,
  };
}

/** The address of the same page with something changed. */
export function recoveryHref(view: RecoveryView, change: Partial<RecoveryView>): Route {
  const { range, table } = { ...view, ...change };
  const search = new URLSearchParams({ range: range.key });
  if (table !== null) search.set("table", table);
  return `/recovery?${search}` as Route;
}

export function recoveryFrom(view: RecoveryView, today: LocalDate): LocalDate {
  return addDays(today, 1 - view.range.days);
}

import type { Route } from "next";
import { chosenKind } from "@/components/curves/curve-kinds";
import type { CurveKind } from "@/lib/training/capacity/activity-curves";

export const AGAINST = [
  { key: "42", label: "42 d", days: 42, span: "the 42 days before" },
  { key: "90", label: "90 d", days: 90, span: "the 90 days before" },
  { key: "365", label: "1 y", days: 365, span: "the year before" },
  { key: "all", label: "All", days: null, span: "all the time before" },
] as const;

/** The charts of curves that have a table. */
const TABLES = ["curve", "durability"] as const;
export type CurveTable = (typeof TABLES)[number];

export type CurveView = {
  readonly against: (typeof AGAINST)[number];
  readonly kind: CurveKind;
  /** Which chart's numbers stand below it. */
  readonly table: CurveTable | null;
};

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What the address asks for; null for an activity without a curve. */
export function curveViewFrom(search: SearchParams, kinds: readonly CurveKind[]): CurveView | null {
  const kind = chosenKind(search.curve, kinds);
  if (kind === null) return null;
  return {
    kind,
    against: AGAINST.find(({ key }) => key === search.against) ?? AGAINST[1],
    table: TABLES.find((table) => table === search.table) ?? null,
  };
}

/** The address of the same activity with something changed. */
export function curveHref(activityId: string, view: CurveView, change: Partial<CurveView>): Route {
  const { against, kind, table } = { ...view, ...change };
  const search = new URLSearchParams({ against: against.key, curve: kind });
  if (table !== null) search.set("table", table);
  return `/activities/${activityId}?${search}` as Route;
}

/** What a chart of the page needs to show its numbers as a table, or to hide them again. */
export function tableOf(activityId: string, view: CurveView, table: CurveTable) {
  const isTableShown = view.table === table;
  const tableHref = curveHref(activityId, view, { table: isTableShown ? null : table });
  return { isTableShown, tableHref };
}

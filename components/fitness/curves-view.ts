import type { Route } from "next";
import { chosenKind } from "@/components/curves/curve-kinds";
import type { CurveSport } from "@/db/queries/curve-sports";
import { SPORTS, type Sport } from "@/lib/training/activity/sports";
import type { CurveKind } from "@/lib/training/capacity/activity-curves";

const TABLES = ["curves", "durability"] as const;
export type CurvesTable = (typeof TABLES)[number];

export type CurvesView = {
  readonly sport: Sport;
  readonly kind: CurveKind;
  /** Which chart's numbers stand below it. */
  readonly table: CurvesTable | null;
};

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What the address asks for, among what there is; null when there is no curve at all. */
export function curvesViewFrom(
  search: SearchParams,
  known: readonly CurveSport[],
  mainSport: Sport,
): CurvesView | null {
  const sports = curveSportsInOrder(known, mainSport);
  const sport = sports.find((one) => one === search.sport) ?? sports[0];
  if (sport === undefined) return null;
  const kind = chosenKind(search.kind, kindsOf(known, sport));
  if (kind === null) return null;
  return { sport, kind, table: TABLES.find((table) => table === search.table) ?? null };
}

/** Sports with a curve, the athlete's main one first. */
export function curveSportsInOrder(known: readonly CurveSport[], mainSport: Sport): Sport[] {
  const sports = SPORTS.filter((sport) => known.some((one) => one.sport === sport));
  return [...sports].sort((a, b) => Number(b === mainSport) - Number(a === mainSport));
}

export function kindsOf(known: readonly CurveSport[], sport: Sport): CurveKind[] {
  return known.filter((one) => one.sport === sport).map(({ kind }) => kind);
}

/** The address of the same page with something changed; another sport begins with its own first kind. */
export function curvesHref(view: CurvesView, change: Partial<CurvesView>): Route {
  const { sport, kind, table } = { ...view, ...change };
  const search = new URLSearchParams({ sport });
  if (change.sport === undefined) search.set("kind", kind);
  if (table !== null) search.set("table", table);
  return `/fitness/curves?${search}` as Route;
}

/** What a chart of the page needs to show its numbers as a table, or to hide them again. */
export function tableOf(view: CurvesView, table: CurvesTable) {
  const isTableShown = view.table === table;
  return { isTableShown, tableHref: curvesHref(view, { table: isTableShown ? null : table }) };
}

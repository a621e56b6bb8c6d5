import type { Route } from "next";
import { chosenKind } from "@/components/curves/curve-kinds";
import { formatDay } from "@/lib/dates/format-day";
import { type LocalDate, parseLocalDate } from "@/lib/dates/local-date";
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

/** Two days that the athlete chose, both included, before or after the activity. */
export type Period = {
  readonly key: "period";
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly span: string;
};

export type CurveView = {
  readonly against: (typeof AGAINST)[number] | Period;
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
    against: periodFrom(search) ?? AGAINST.find(({ key }) => key === search.against) ?? AGAINST[1],
    table: TABLES.find((table) => table === search.table) ?? null,
  };
}

function periodFrom({ against, from, to }: SearchParams): Period | null {
  const days = [from, to].flatMap((text) =>
    typeof text === "string" ? (parseLocalDate(text) ?? []) : [],
  );
  // Whoever names the later day first means the same days.
  const [first, last] = days.toSorted();
  if (against !== "period" || first === undefined || last === undefined) return null;
  const span = `the days from ${formatDay(first, "compact")} to ${formatDay(last, "compact")}`;
  return { key: "period", from: first, to: last, span };
}

/** The address of the same activity with something changed. */
export function curveHref(activityId: string, view: CurveView, change: Partial<CurveView>): Route {
  const { against, kind, table } = { ...view, ...change };
  const search = new URLSearchParams({ against: against.key, curve: kind });
  if (against.key === "period") {
    search.set("from", against.from);
    search.set("to", against.to);
  }
  if (table !== null) search.set("table", table);
  return `/activities/${activityId}?${search}` as Route;
}

/** What a chart of the page needs to show its numbers as a table, or to hide them again. */
export function tableOf(activityId: string, view: CurveView, table: CurveTable) {
  const isTableShown = view.table === table;
  const tableHref = curveHref(activityId, view, { table: isTableShown ? null : table });
  return { isTableShown, tableHref };
}

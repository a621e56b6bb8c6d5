import type { Route } from "next";

export type CompareView = {
  readonly a: string;
  /** Null until one has been chosen. */
  readonly b: string | null;
  readonly by: "elapsed" | "distance";
};

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What the address asks for; null without a first activity. */
export function compareViewFrom(search: SearchParams): CompareView | null {
  const { a, b, by } = search;
  if (typeof a !== "string" || a === "") return null;
  return {
    a,
    b: typeof b === "string" && b !== "" && b !== a ? b : null,
    by: by === "distance" ? "distance" : "elapsed",
  };
}

export function compareHref(view: CompareView, change: Partial<CompareView>): Route {
  const { a, b, by } = { ...view, ...change };
  const search = new URLSearchParams({ a });
  if (b !== null) search.set("b", b);
  if (by === "distance") search.set("by", by);
  return `/activities/compare?${search}` as Route;
}

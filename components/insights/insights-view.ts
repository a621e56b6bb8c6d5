import type { Route } from "next";

/** The detector whose chart stands as a table, too: it stays the same when all is told anew. */
export type InsightsView = { readonly table: string | null };

export function insightsViewFrom(
  search: Readonly<Record<string, string | string[] | undefined>>,
): InsightsView {
  return { table: typeof search.table === "string" ? search.table : null };
}

export function insightsHref(table: string | null): Route {
  const search = table === null ? "" : `?${new URLSearchParams({ table })}`;
  return `/insights${search}` as Route;
}

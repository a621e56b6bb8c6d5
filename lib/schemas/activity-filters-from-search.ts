import { type ActivityFilters, activityFilters } from "./activity";

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Filters from a page address. What is not understood is left out rather than refused, so
 * that an old or mistyped link still shows a list.
 */
export function activityFiltersFromSearch(search: SearchParams): ActivityFilters {
  const known = Object.keys(activityFilters.shape) as (keyof ActivityFilters)[];
  const filters: Record<string, unknown> = {};
  for (const key of known) {
    const given = search[key];
    const parsed = activityFilters.shape[key].safeParse(
      typeof given === "string" ? given : given?.[0],
    );
    if (parsed.success && parsed.data !== undefined) filters[key] = parsed.data;
  }
  return filters as ActivityFilters;
}

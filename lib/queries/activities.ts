import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ActivityPage } from "@/db/queries/activity-list";
import type { ActivityFilters, ActivityStreamsBody } from "@/lib/schemas/activity";
import type { CriticalPower } from "@/lib/training/capacity/critical-power";
import { fetchJson } from "./fetch-json";

/** Filters as the address carries them; the same for the page and for its API. */
export function activitySearch(filters: ActivityFilters): URLSearchParams {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) {
    if (value !== undefined) search.set(key, value);
  }
  return search;
}

/** The pages after the one that the server rendered. */
export function activityPagesQuery(filters: ActivityFilters, afterCursor: string) {
  return infiniteQueryOptions({
    queryKey: ["activities", activitySearch(filters).toString(), afterCursor],
    initialPageParam: afterCursor,
    queryFn: ({ pageParam, signal }) => {
      const search = activitySearch(filters);
      search.set("cursor", pageParam);
      return fetchJson<ActivityPage>(`/api/activities?${search}`, signal);
    },
    getNextPageParam: (page) => page.nextCursor,
    // The list starts from what the server rendered; further pages come on scrolling.
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export type StreamsView = {
  readonly points: number;
  readonly smoothS: number;
  /** Null for the whole activity. */
  readonly range: { readonly fromS: number; readonly toS: number } | null;
  /** What W′ balance is drawn with; left out where none is. */
  readonly capacity?: Pick<CriticalPower, "criticalPowerW" | "wPrimeJ"> | null;
};

/** Everything that was fetched of an activity's streams; an edit makes it old. */
export function activityStreamsKey(activityId: string) {
  return ["activity-streams", activityId] as const;
}

/** The streams of one activity as the chart needs them; what is on screen stays until more comes. */
export function activityStreamsQuery(activityId: string, view: StreamsView) {
  return queryOptions({
    queryKey: [...activityStreamsKey(activityId), view],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({
        points: String(view.points),
        smooth: String(view.smoothS),
      });
      if (view.range !== null) {
        search.set("from", String(view.range.fromS));
        search.set("to", String(view.range.toS));
      }
      if (view.capacity) {
        search.set("cp", String(view.capacity.criticalPowerW));
        search.set("wPrime", String(view.capacity.wPrimeJ));
      }
      return fetchJson<ActivityStreamsBody>(
        `/api/activities/${activityId}/streams?${search}`,
        signal,
      );
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

import { queryOptions } from "@tanstack/react-query";
import type { ConnectionBody } from "@/lib/schemas/connection-progress";
import { fetchJson } from "./fetch-json";

export function connectionKey(connectionId: string) {
  return ["connection", connectionId] as const;
}

/** How a connection stands. `initial` is what the server rendered. */
export function connectionQuery(initial: ConnectionBody) {
  return queryOptions({
    queryKey: connectionKey(initial.id),
    queryFn: ({ signal }) => fetchJson<ConnectionBody>(`/api/connections/${initial.id}`, signal),
    initialData: initial,
    // What the server rendered is as old as the page; whoever watches asks by the interval.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

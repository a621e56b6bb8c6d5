import type { ConnectionBody } from "@/lib/schemas/connection-progress";

/**
 * connected · syncing · paused: the vendor wants or needs a pause, nothing to do · troubled: the
 * last try failed otherwise, it is tried again · attention: the athlete has to act.
 */
export type ConnectionState = "connected" | "syncing" | "paused" | "troubled" | "attention";

/** A try that began longer ago was broken off. */
const RUNNING_MS = 15 * 60_000;
/** The vendor's weather, not the connection's. */
const PASSING = new Set(["unavailable", "rate_limited"]);
/** Works still, or works in part. */
const NEEDS_LOOKING_AT = new Set(["expires_soon", "forbidden"]);

type Run = Pick<ConnectionBody["runs"][number], "outcome" | "startedAt" | "problem">;
type Connection = Pick<ConnectionBody, "status" | "problemCode"> & {
  readonly runs: readonly Run[];
};

export function connectionState(connection: Connection, now: Date): ConnectionState {
  const { status, problemCode, runs } = connection;
  if (status === "needs_reconnect") return "attention";
  // One that has met a problem is being tried again, longer and longer apart: no time to be told.
  if (isSyncing(connection, now) && runs[0]?.problem === null) return "syncing";
  if (status === "paused") return "paused";
  if (problemCode === null) return "connected";
  if (NEEDS_LOOKING_AT.has(problemCode)) return "attention";
  return PASSING.has(problemCode) ? "paused" : "troubled";
}

/** A try is under way, whether or not it has met a problem. */
export function isSyncing({ runs: [last] }: Pick<Connection, "runs">, now: Date): boolean {
  return last?.outcome === "running" && now.getTime() - Date.parse(last.startedAt) < RUNNING_MS;
}

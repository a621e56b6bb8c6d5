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

export function connectionState(
  {
    status,
    problemCode,
    runs,
  }: Pick<ConnectionBody, "status" | "problemCode"> & {
    readonly runs: readonly Pick<ConnectionBody["runs"][number], "outcome" | "startedAt">[];
  },
  now: Date,
): ConnectionState {
  const [last] = runs;
  if (status === "needs_reconnect") return "attention";
  const isRunning = last?.outcome === "running";
  if (isRunning && now.getTime() - Date.parse(last.startedAt) < RUNNING_MS) return "syncing";
  if (status === "paused") return "paused";
  if (problemCode === null) return "connected";
  if (NEEDS_LOOKING_AT.has(problemCode)) return "attention";
  return PASSING.has(problemCode) ? "paused" : "troubled";
}

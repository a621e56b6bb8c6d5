import { getDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { watchConnections } from "@/lib/http/close-connections";
import { distrustForwardedHeaders } from "@/lib/http/distrust-forwarded-headers";
import { releaseFinishedRenders } from "@/lib/http/release-finished-renders";
import { timeRequests } from "@/lib/http/time-requests";
import { logger } from "@/lib/logger";
import { startMetrics } from "@/lib/metrics/metrics";
import { startRuntime } from "@/lib/runtime/start-runtime";
import { beginShutdown } from "@/lib/shutdown";
import { serveCommands } from "./local-socket";
import { runCommand } from "./run-command";

/** Brings the server up and arranges that it goes down cleanly. */
export async function startServer(): Promise<void> {
  distrustForwardedHeaders();
  releaseFinishedRenders();
  const closeConnections = watchConnections();
  if (env().metricsToken !== null) {
    await startMetrics(() => getDatabase().waiting());
    timeRequests();
  }
  const runtime = await startRuntime({ jobs: "running" });
  const { databaseUrl, dataDir } = env();
  const socket = databaseUrl === null ? await serveCommands(dataDir, runCommand) : null;
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    beginShutdown();
    closeConnections();
    socket?.close();
    runtime
      .stop()
      .catch((error) => logger().error({ err: error }, "the server did not stop cleanly"));
  };
  // Next ends the process once its own requests are done; leases make an unfinished stop safe.
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

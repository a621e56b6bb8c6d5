/** Runs once per server, before the first request. */
export async function register(): Promise<void> {
  // Compared literally, so that the bundler leaves everything below out of other runtimes.
  if (
    process.env.NEXT_RUNTIME === "nodejs" &&
    process.env.NEXT_PHASE !== "phase-production-build"
  ) {
    const { startServer } = await import("./scripts/start-server");
    await startServer();
  }
}

/** Every error that reached Next, with where it happened; the log redacts what is private. */
export async function onRequestError(
  error: unknown,
  request: { readonly path: string; readonly method: string },
  context: { readonly routePath: string; readonly routeType: string },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logger } = await import("./lib/logger");
  const { routePath, routeType } = context;
  logger().error({ err: error, method: request.method, routePath, routeType }, "a request failed");
}

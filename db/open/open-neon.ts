import { neonConfig, Pool, type PoolClient, type PoolConfig } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/neon-serverless";
import WebSocket from "ws";
import type { Db, OpenDatabase } from "../client";
import * as schema from "../schema";
import { pooledTransaction } from "./pooled-transaction";
import type { RoundTripCounter } from "./round-trip-counter";
import { timeQueries } from "./time-queries";

/**
 * Connects to Neon over WebSockets. `webSocketProxy` ("host:port", unencrypted) stands in for
 * Neon's own proxy, for a self-hosted one or for tests.
 */
export function openNeon(
  config: PoolConfig,
  webSocketProxy: string | null,
  counter: RoundTripCounter,
  onWarning: (error: unknown) => void,
): OpenDatabase {
  // Node 20 has no global WebSocket.
  neonConfig.webSocketConstructor = WebSocket;
  if (webSocketProxy !== null) {
    neonConfig.wsProxy = (host, port) => `${webSocketProxy}/v1?address=${host}:${port}`;
    neonConfig.useSecureWebSocket = false;
    neonConfig.pipelineConnect = false;
  }
  const pool = new Pool(config);
  pool.on("error", onWarning);
  pool.on("connect", (client: PoolClient) => {
    // As with node-postgres: unheard, the loss of a connection in hand would end the process.
    client.on("error", () => undefined);
    timeQueries(client);
  });
  const options = { schema, casing: "snake_case", logger: counter.logger } as const;
  const db: Db = drizzle({ client: pool, ...options });
  return {
    driver: "neon",
    db,
    transaction: pooledTransaction<PoolClient>(
      () => pool.connect(),
      (client) => drizzle({ client: client as unknown as Pool, ...options }),
      counter,
    ),
    roundTrips: counter.total,
    waiting: () => pool.waitingCount,
    close: () => pool.end(),
  };
}

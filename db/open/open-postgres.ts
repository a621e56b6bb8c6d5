import { drizzle } from "drizzle-orm/node-postgres";
import { Pool, type PoolClient, type PoolConfig } from "pg";
import type { Db, OpenDatabase } from "../client";
import * as schema from "../schema";
import { pooledTransaction } from "./pooled-transaction";
import type { RoundTripCounter } from "./round-trip-counter";
import { sendTogether } from "./send-together";
import { timeQueries } from "./time-queries";

/** Connects lazily to a Postgres server through a pool of node-postgres. */
export function openPostgres(
  config: PoolConfig,
  counter: RoundTripCounter,
  onWarning: (error: unknown) => void,
): OpenDatabase {
  // Statements that do not wait for one another's answers travel together.
  const pool = new Pool({ ...config, pipeline: true });
  // An idle connection that the server drops is discarded by the pool; without a listener it
  // would end the process.
  pool.on("error", onWarning);
  pool.on("connect", (client) => {
    // In hand, its statement fails of the same: told once is enough, but unheard it ends the process.
    client.on("error", () => undefined);
    sendTogether(client);
    timeQueries(client);
  });
  const options = { schema, casing: "snake_case", logger: counter.logger } as const;
  const db: Db = drizzle({ client: pool, ...options });
  return {
    driver: "postgres",
    db,
    transaction: pooledTransaction<PoolClient>(
      () => pool.connect(),
      (client) => drizzle({ client, ...options }),
      counter,
    ),
    roundTrips: counter.total,
    waiting: () => pool.waitingCount,
    close: () => pool.end(),
  };
}

import { drizzle } from "drizzle-orm/node-postgres";
import { Pool, type PoolClient, type PoolConfig } from "pg";
import type { Db, OpenDatabase } from "../client";
import * as schema from "../schema";
import { pooledTransaction } from "./pooled-transaction";
import { prepareStatements } from "./prepare-statements";
import type { RoundTripCounter } from "./round-trip-counter";
import { sendTogether } from "./send-together";
import { timeQueries } from "./time-queries";

/** So long a connection lives, and with it plans that were made when a table was still small. */
const PLANS_HOLD_S = 60;

/** Connects lazily to a Postgres server through a pool of node-postgres. */
export function openPostgres(
  config: PoolConfig,
  counter: RoundTripCounter,
  onWarning: (error: unknown) => void,
): OpenDatabase {
  // Statements that do not wait for one another's answers travel together.
  const pool = new Pool({ ...config, pipeline: true, maxLifetimeSeconds: PLANS_HOLD_S });
  // An idle connection that the server drops is discarded by the pool; without a listener it
  // would end the process.
  pool.on("error", onWarning);
  pool.on("connect", (client) => {
    // In hand, its statement fails of the same: told once is enough, but unheard it ends the process.
    client.on("error", () => undefined);
    prepareStatements(client);
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

import { AppError } from "@/lib/errors";
import type { OpenDatabase, Tx } from "../client";
import type { RoundTripCounter } from "./round-trip-counter";

/** What node-postgres and Neon's driver have in common. */
export type PooledClient = {
  query(text: string): Promise<unknown>;
  release(error?: boolean): void;
};

/** A statement that runs longer is a defect; it must not hold its locks for ever. */
const STATEMENT_TIMEOUT = "SET LOCAL statement_timeout = '60s'";

/**
 * Transactions over a pool. BEGIN and the prologue go as one simple-protocol message. If a
 * statement of the prologue fails, the transaction is aborted, so the work can never run
 * with the wrong role.
 */
export function pooledTransaction<Client extends PooledClient>(
  connect: () => Promise<Client>,
  drizzleOver: (client: Client) => Tx,
  counter: RoundTripCounter,
): OpenDatabase["transaction"] {
  // A pool keeps its connections, so drizzle's set-up is done once for each.
  const wrapped = new WeakMap<Client, Tx>();
  const send = (client: Client, text: string) => {
    counter.count(text);
    return client.query(text);
  };
  return async (prologue, work) => {
    const client = await connect().catch((cause: unknown) => {
      throw new AppError("unavailable", "The database cannot be reached.", { cause });
    });
    let tx = wrapped.get(client);
    if (!tx) {
      tx = drizzleOver(client);
      wrapped.set(client, tx);
    }
    let isBroken = false;
    try {
      await send(client, ["BEGIN", STATEMENT_TIMEOUT, ...prologue].join("; "));
      const result = await work(tx);
      await send(client, "COMMIT");
      return result;
    } catch (error) {
      // A connection that cannot even roll back must not return to the pool.
      await send(client, "ROLLBACK").catch(() => {
        isBroken = true;
      });
      throw error;
    } finally {
      client.release(isBroken);
    }
  };
}

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
 * Transactions over a pool. BEGIN and the prologue go as one simple-protocol message, together
 * with the first statements of the work. If a statement of the prologue fails, the transaction
 * is aborted and the server refuses all that follows, so nothing can run with the wrong role.
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
    const begun = send(client, ["BEGIN", STATEMENT_TIMEOUT, ...prologue].join("; "));
    try {
      const [result] = await afterBoth(() => work(tx), begun);
      await send(client, "COMMIT");
      return result;
    } catch (error) {
      isBroken = hasOldPlan(error);
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

/** What `work` gave once both are over; where both failed, BEGIN's error, which is the cause. */
async function afterBoth<T>(
  work: () => Promise<T>,
  begun: Promise<unknown>,
): Promise<readonly [T]> {
  const [done, begin] = await Promise.allSettled([(async () => work())(), begun]);
  if (begin.status === "rejected") throw begin.reason;
  if (done.status === "rejected") throw done.reason;
  return [done.value];
}

/** A prepared statement whose tables have changed fails on its connection for good. */
function hasOldPlan(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  return code === "0A000" || (cause !== undefined && hasOldPlan(cause));
}

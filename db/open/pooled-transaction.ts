import { AppError } from "@/lib/errors";
import type { OpenDatabase, Tx } from "../client";
import { LastStatements } from "../last-statements";
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
  const wrapped = new WeakMap<Client, Wrapped>();
  const send = (client: Client, text: string) => {
    counter.count(text);
    return client.query(text);
  };
  return async (prologue, work, { isOneTurn = false } = {}) => {
    const client = await connect().catch((cause: unknown) => {
      throw new AppError("unavailable", "The database cannot be reached.", { cause });
    });
    let tx = wrapped.get(client);
    if (!tx) {
      const door = openDoor(client);
      tx = { door, db: drizzleOver(door.client) };
      wrapped.set(client, tx);
    }
    const { door, db } = tx;
    let isBroken = false;
    let committed: Promise<unknown> | null = null;
    const commit = () => {
      door.isOpen = false;
      committed ??= send(client, "COMMIT");
      committed.catch(() => undefined);
    };
    // Before BEGIN asks for its turn's end: then COMMIT leaves in the same piece.
    if (isOneTurn) process.nextTick(commit);
    const last = new LastStatements();
    const begun = send(client, ["BEGIN", STATEMENT_TIMEOUT, ...prologue].join("; "));
    begun.catch(() => undefined);
    door.isOpen = true;
    try {
      const result = await work(db, last.add);
      // After a failure the server takes COMMIT for ROLLBACK.
      commit();
      await Promise.allSettled([committed]);
      await begun;
      await last.settled();
      await committed;
      return result;
    } catch (thrown) {
      door.isOpen = false;
      // Where BEGIN or what went with it failed, everything after it did.
      const error = await begun.then(
        () => last.causeOf(thrown),
        (cause: unknown) => cause,
      );
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

type Wrapped = { readonly db: Tx; readonly door: { isOpen: boolean } };

/**
 * The connection as transactions see it: it takes nothing once COMMIT is on its way, for that
 * would run outside of a transaction, as the owner of the tables.
 */
function openDoor<Client extends PooledClient>(client: Client) {
  const door = { isOpen: false, client: Object.create(client) as Client };
  const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
  door.client.query = ((...args: unknown[]) =>
    door.isOpen
      ? query(...args)
      : Promise.reject(new Error("The transaction of this statement is over."))) as Client["query"];
  return door;
}

/** A prepared statement whose tables have changed fails on its connection for good. */
function hasOldPlan(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  return code === "0A000" || (cause !== undefined && hasOldPlan(cause));
}

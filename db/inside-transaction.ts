import { AsyncLocalStorage } from "node:async_hooks";
import type { OpenDatabase } from "./client";

type Marker = { readonly database: OpenDatabase; isOpen: boolean };

const current = new AsyncLocalStorage<Marker>();

/**
 * Runs `work` marked as inside a transaction of `database`. A second transaction from inside
 * is a programming error: it would not see the first one's rows, and on PGlite, which has one
 * connection, it would wait for itself for ever.
 */
export async function insideTransaction<T>(
  database: OpenDatabase,
  work: () => Promise<T>,
): Promise<T> {
  const outer = current.getStore();
  if (outer?.isOpen && outer.database === database) {
    throw new Error("A transaction is open already: pass its tx on instead of opening another.");
  }
  const marker: Marker = { database, isOpen: true };
  return current.run(marker, async () => {
    try {
      return await work();
    } finally {
      marker.isOpen = false;
    }
  });
}

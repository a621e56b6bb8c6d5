import "server-only";
import type { OpenDatabase } from "./client";
import { insideTransaction } from "./inside-transaction";
import type { RunAsSystem, SystemTx } from "./scope";

/** Transactions of the system itself (identity, jobs, dispatch), as the owner of the tables. */
export function runAsSystem(database: OpenDatabase): RunAsSystem {
  return (work) =>
    insideTransaction(database, () => database.transaction([], (db) => work({ db } as SystemTx)));
}

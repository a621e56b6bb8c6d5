import "server-only";
import type { OpenDatabase } from "./client";
import { insideTransaction } from "./inside-transaction";
import type { RunAsSystem, SystemTx } from "./scope";

/** Any number that no other advisory lock of ours has. */
const LOCK_SCHEDULER = "SELECT pg_advisory_xact_lock(7031964221)";

/** Transactions of the system itself (identity, jobs, dispatch), as the owner of the tables. */
export function runAsSystem(database: OpenDatabase): RunAsSystem {
  return (work, { isScheduling = false } = {}) =>
    insideTransaction(database, () =>
      database.transaction(isScheduling ? [LOCK_SCHEDULER] : [], (db, withCommit) =>
        work({ db, withCommit } as SystemTx),
      ),
    );
}

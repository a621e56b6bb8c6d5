import "server-only";
import type { OpenDatabase } from "./client";
import { insideTransaction } from "./inside-transaction";
import { LastStatements } from "./last-statements";
import type { RunAsSystem, SystemTx } from "./scope";

/**
 * System work whose statements stand alone: no BEGIN and COMMIT around them, so a look-up by
 * key costs one round trip. Not for work that must happen as a whole.
 */
export function lookUpAsSystem(database: OpenDatabase): RunAsSystem {
  return (work) =>
    insideTransaction(database, async () => {
      const last = new LastStatements();
      const result = await work({ db: database.db, withCommit: last.add } as unknown as SystemTx);
      await last.settled();
      return result;
    });
}

import type { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import type { Db, OpenDatabase } from "../client";
import { LastStatements } from "../last-statements";
import * as schema from "../schema";
import type { RoundTripCounter } from "./round-trip-counter";
import { timeEmbedded } from "./time-queries";

/** An OpenDatabase over a PGlite that is already running. `close` ends it. */
export function wrapPglite(
  pglite: PGlite,
  counter: RoundTripCounter,
  close: () => Promise<void>,
): OpenDatabase {
  timeEmbedded(pglite);
  const db: Db = drizzle({ client: pglite, schema, casing: "snake_case", logger: counter.logger });
  return {
    driver: "pglite",
    db,
    transaction: async (prologue, work) => {
      counter.count("begin");
      const result = await db.transaction(async (tx) => {
        for (const statement of prologue) await tx.execute(sql.raw(statement));
        const last = new LastStatements();
        try {
          const done = await work(tx, last.add);
          await last.settled();
          return done;
        } catch (thrown) {
          throw await last.causeOf(thrown);
        }
      });
      counter.count("commit");
      return result;
    },
    roundTrips: counter.total,
    waiting: () => 0,
    close,
  };
}

import "server-only";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { AppError } from "@/lib/errors";
import type * as schema from "./schema";

/** One type over PGlite, node-postgres and Neon. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

/** An open transaction. It cannot open another one: a nested one would wait for itself on PGlite. */
export type Tx = Omit<Db, "transaction" | "_" | "$cache" | "refreshMaterializedView">;

/**
 * For the last statements of a transaction, whose answers the work does not need: COMMIT goes with
 * them instead of after their answers. If one fails, nothing is kept and the transaction fails of it.
 * Only for what asks a single statement, at once: a second one comes after COMMIT and is refused,
 * and then the transaction fails though the first is kept.
 */
export type WithCommit = (last: Promise<unknown>) => void;

export type TransactionOptions = {
  /**
   * All that the work asks it asks at once, before its first answer: COMMIT goes with it. What it
   * asks later is refused. For questions that stand for themselves; what follows from their
   * answers is done outside.
   */
  readonly isOneTurn?: boolean;
};

export type DatabaseDriver = "pglite" | "postgres" | "neon";

export type OpenDatabase = {
  readonly driver: DatabaseDriver;
  /** Each statement on its own, as the owner of the tables. Athlete data goes through `runAsAthlete`. */
  readonly db: Db;
  /**
   * One transaction. The `prologue` statements travel together with BEGIN, so a transaction
   * of n statements costs n + 2 round trips.
   */
  readonly transaction: <T>(
    prologue: readonly string[],
    work: (db: Tx, withCommit: WithCommit) => Promise<T>,
    options?: TransactionOptions,
  ) => Promise<T>;
  /** Messages sent to the database since it was opened, BEGIN and COMMIT included. */
  roundTrips(): number;
  /** Callers that wait for a connection of the pool; an embedded database has none. */
  waiting(): number;
  close(): Promise<void>;
};

// On globalThis, because Next bundles this module once per entry point and the database must be one.
const SLOT = Symbol.for("formline.database");
type Slot = { [SLOT]?: OpenDatabase | undefined };

/** Makes `open` the database of this process; null forgets it (after closing). */
export function setDatabase(open: OpenDatabase | null): void {
  (globalThis as Slot)[SLOT] = open ?? undefined;
}

/** The database that start-up opened. Never opens one itself, so that a build never does. */
export function getDatabase(): OpenDatabase {
  const open = (globalThis as Slot)[SLOT];
  if (!open) {
    throw new AppError("unavailable", "The database is not open yet. Try again in a moment.");
  }
  return open;
}

import "server-only";
import type { OpenDatabase } from "../client";
import { type DatabaseSettings, databaseConfig } from "./database-config";
import { openNeon } from "./open-neon";
import { openPglite } from "./open-pglite";
import { openPostgres } from "./open-postgres";
import { POOL_OPTIONS } from "./pool-options";
import { roundTripCounter } from "./round-trip-counter";

export type OpenOptions = DatabaseSettings & {
  /** Called with the SQL text of every message to the database; for tests and benchmarks. */
  readonly onRoundTrip?: (statement: string) => void;
  /** Most connections at a time to a server; 10 unless told. */
  readonly poolSize?: number;
  /** Told of what was survived: a lost idle connection, a flush to disk that failed. */
  readonly onWarning?: (error: unknown) => void;
};

/**
 * Opens the database that the settings mean: PGlite, node-postgres or Neon.
 * Throws AppError "invalid_input" for a half-said configuration and "conflict" when another
 * process has the embedded database.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const config = databaseConfig(options);
  const counter = roundTripCounter(options.onRoundTrip);
  const onWarning = options.onWarning ?? (() => undefined);
  const pool = { ...POOL_OPTIONS, max: options.poolSize ?? POOL_OPTIONS.max };
  switch (config.driver) {
    case "pglite":
      return openPglite(config, counter, onWarning);
    case "postgres":
      return openPostgres({ ...pool, connectionString: config.url }, counter, onWarning);
    case "neon":
      return openNeon(
        { ...pool, connectionString: config.url },
        config.webSocketProxy ?? null,
        counter,
        onWarning,
      );
  }
}

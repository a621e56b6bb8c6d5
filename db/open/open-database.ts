import "server-only";
import type { OpenDatabase } from "../client";
import { type DatabaseSettings, databaseConfig } from "./database-config";
import { openNeon } from "./open-neon";
import { openPglite } from "./open-pglite";
import { openPostgres } from "./open-postgres";
import { roundTripCounter } from "./round-trip-counter";

export type OpenOptions = DatabaseSettings & {
  /** Called with the SQL text of every message to the database; for tests and benchmarks. */
  readonly onRoundTrip?: (statement: string) => void;
};

/**
 * Opens the database that the settings mean: PGlite, node-postgres or Neon.
 * Throws AppError "invalid_input" for a half-said configuration and "conflict" when another
 * process has the embedded database.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const config = databaseConfig(options);
  const counter = roundTripCounter(options.onRoundTrip);
  switch (config.driver) {
    case "pglite":
      return openPglite(config, counter);
    case "postgres":
      return openPostgres(config.url, counter);
    case "neon":
      return openNeon(config, counter);
  }
}

import { mkdirSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { OpenDatabase } from "../client";
import { acquireProcessLock } from "./process-lock";
import type { RoundTripCounter } from "./round-trip-counter";
import { wrapPglite } from "./wrap-pglite";

/**
 * Opens the embedded database for this process alone. Throws AppError "conflict" when
 * another process has it: two writers on one directory lose rows without an error.
 */
export async function openPglite(
  config: { readonly directory: string; readonly lockFile: string },
  counter: RoundTripCounter,
): Promise<OpenDatabase> {
  const lock = acquireProcessLock(config.lockFile);
  try {
    mkdirSync(path.dirname(config.directory), { recursive: true });
    const pglite = await PGlite.create({ dataDir: config.directory });
    return wrapPglite(pglite, counter, async () => {
      await pglite.close();
      lock.release();
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

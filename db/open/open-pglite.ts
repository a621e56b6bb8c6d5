import { mkdirSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import type { OpenDatabase } from "../client";
import { BYTEA_AS_IT_IS } from "./bytea-as-it-is";
import { flushDirectory } from "./flush-directory";
import { acquireProcessLock } from "./process-lock";
import type { RoundTripCounter } from "./round-trip-counter";
import { wrapPglite } from "./wrap-pglite";

/**
 * PGlite hands its writes to the system at once, which is enough when the process dies, and
 * never asks for them to reach the disk. So that a power cut costs a minute and not more, the
 * changed files are flushed this often.
 */
const FLUSH_MS = 60_000;

/**
 * A quarter of what PostgreSQL takes by itself: an import leaves 120 MB less in memory and is
 * as fast, for the system's own cache holds the files as well.
 */
const SMALL_CACHE = ["-c", "shared_buffers=32MB"];

/**
 * Opens the embedded database for this process alone. Throws AppError "conflict" when
 * another process has it: two writers on one directory lose rows without an error.
 */
export async function openPglite(
  config: { readonly directory: string; readonly lockFile: string },
  counter: RoundTripCounter,
  onWarning: (error: unknown) => void,
): Promise<OpenDatabase> {
  const lock = acquireProcessLock(config.lockFile);
  try {
    mkdirSync(config.directory, { recursive: true, mode: 0o700 });
    const pglite = await PGlite.create({
      dataDir: config.directory,
      startParams: [...PGlite.defaultStartParams, ...SMALL_CACHE],
      ...BYTEA_AS_IT_IS,
    });
    const stopFlushing = flushRegularly(pglite, config.directory, counter, onWarning);
    return wrapPglite(pglite, counter, async () => {
      await stopFlushing();
      await pglite.close();
      await flushDirectory(config.directory, 0).catch(onWarning);
      lock.release();
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The returned function ends it and waits for a flush that is under way. */
function flushRegularly(
  pglite: PGlite,
  directory: string,
  counter: RoundTripCounter,
  onWarning: (error: unknown) => void,
): () => Promise<void> {
  let flushedStatements = -1;
  let flushedAtMs = 0;
  let current: Promise<void> = Promise.resolve();
  const flush = async () => {
    const [statements, startedAtMs] = [counter.total(), Date.now()];
    if (statements === flushedStatements) return;
    await pglite.exec("CHECKPOINT");
    await flushDirectory(directory, flushedAtMs);
    flushedStatements = statements;
    // File times may be coarser than the clock.
    flushedAtMs = startedAtMs - 2_000;
  };
  const timer = setInterval(() => {
    current = current.then(flush).catch(onWarning);
  }, FLUSH_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return current;
  };
}

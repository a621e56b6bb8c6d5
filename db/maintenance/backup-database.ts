import "server-only";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { OpenDatabase, Tx } from "../client";
import { appliedMigrations } from "../migrate/applied-migrations";
import { rows } from "../rows";
import { BACKUP_FORMAT, type BackupHeader, type BackupTable } from "./backup-format";
import { tablesInOrder } from "./tables-in-order";

/** Rows that are held in memory at a time; a row may be a 50 MB original file. */
const PAGE = 20;

/**
 * Writes every row of the database, as of one moment, to `file` (gzipped lines of JSON,
 * readable by nobody else). The same file restores into any of the three drivers. An
 * existing file is replaced only by a complete one.
 */
export async function backupDatabase(database: OpenDatabase, file: string): Promise<void> {
  const partial = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.partial`);
  try {
    await database.transaction(
      [
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
        "SET LOCAL statement_timeout = 0",
      ],
      (tx) =>
        pipeline(
          Readable.from(linesOf(tx)),
          createGzip(),
          createWriteStream(partial, { mode: 0o600, flush: true }),
        ),
    );
    await rename(partial, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function* linesOf(tx: Tx): AsyncGenerator<string> {
  const migrations = await appliedMigrations(tx);
  if (migrations === null)
    throw new AppError("conflict", "The database is empty: nothing to back up.");
  const header: BackupHeader = { format: BACKUP_FORMAT, migrations };
  yield `${JSON.stringify(header)}\n`;
  for (const table of await tablesInOrder(tx)) {
    const heading: BackupTable = { table };
    yield `${JSON.stringify(heading)}\n`;
    yield* rowsOf(tx, table);
  }
  // What tells a whole backup from one that was cut short.
  yield `${JSON.stringify({ end: true })}\n`;
}

async function* rowsOf(tx: Tx, table: string): AsyncGenerator<string> {
  const name = sql.identifier(table);
  await tx.execute(
    sql`declare formline_backup no scroll cursor for select to_jsonb(t)::text as row from ${name} t`,
  );
  for (;;) {
    const page = rows<{ row: string }>(
      await tx.execute(sql.raw(`fetch ${PAGE} from formline_backup`)),
    );
    for (const { row } of page) yield `${row}\n`;
    if (page.length < PAGE) break;
  }
  await tx.execute(sql`close formline_backup`);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

import "server-only";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { sql } from "drizzle-orm";
import { AppError, invalidInput } from "@/lib/errors";
import type { OpenDatabase, Tx } from "../client";
import { appliedMigrations } from "../migrate/applied-migrations";
import { rows } from "../rows";
import { BACKUP_FORMAT, type BackupHeader } from "./backup-format";
import { tablesInOrder } from "./tables-in-order";

/** Text that is sent in one statement, unless a single row is larger. */
const BATCH_CHARACTERS = 4_000_000;

/**
 * Puts the rows of a backup into a database that has been migrated and holds none, all or
 * nothing. Throws AppError "invalid_input" for a file that is no whole backup, "conflict" when
 * the database holds rows or the backup is of another version's schema.
 */
export async function restoreDatabase(database: OpenDatabase, file: string): Promise<void> {
  await database.transaction(["SET LOCAL statement_timeout = 0"], async (tx) => {
    const tables = await tablesInOrder(tx);
    await assertEmpty(tx, tables);
    try {
      await insertLines(tx, tables, linesOf(file));
    } catch (error) {
      throw isUnreadable(error)
        ? invalidInput("This file is not a Formline backup, or it was cut short.")
        : error;
    }
    await advanceSequences(tx);
  });
}

function linesOf(file: string): AsyncIterable<string> {
  const source = createReadStream(file);
  const text = createGunzip();
  // readline does not see errors of the streams behind it.
  const lines = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
  const failed = new Promise<never>((_, reject) => {
    source.once("error", reject);
    text.once("error", reject);
  });
  failed.catch(() => lines.close());
  source.pipe(text);
  return untilFailure(lines, failed);
}

async function* untilFailure(
  lines: AsyncIterable<string>,
  failed: Promise<never>,
): AsyncGenerator<string> {
  const iterator = lines[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([iterator.next(), failed]);
    if (next.done) return;
    yield next.value;
  }
}

async function insertLines(
  tx: Tx,
  tables: readonly string[],
  lines: AsyncIterable<string>,
): Promise<void> {
  let header: BackupHeader | undefined;
  let table: string | undefined;
  let isWhole = false;
  let batch: string[] = [];
  let characters = 0;
  const flush = async () => {
    if (table !== undefined && batch.length > 0) await insertRows(tx, table, batch);
    batch = [];
    characters = 0;
  };
  for await (const line of lines) {
    if (!header) {
      header = await checkedHeader(tx, line);
      continue;
    }
    const mark = markIn(line, tables);
    if (mark === null) {
      batch.push(line);
      characters += line.length;
      if (characters > BATCH_CHARACTERS) await flush();
      continue;
    }
    await flush();
    if (mark === "end") isWhole = true;
    else table = mark.table;
  }
  if (!isWhole) throw invalidInput("This backup was cut short; nothing was restored.");
}

/** A row is an object of columns; only headings have exactly these shapes. */
function markIn(line: string, tables: readonly string[]): { table: string } | "end" | null {
  if (line === '{"end":true}') return "end";
  const heading = /^\{"table":"(\w+)"\}$/.exec(line);
  if (!heading) return null;
  const table = heading[1] ?? "";
  if (!tables.includes(table)) throw invalidInput(`This backup has an unknown table, ${table}.`);
  return { table };
}

async function checkedHeader(tx: Tx, line: string): Promise<BackupHeader> {
  const header = JSON.parse(line) as Partial<BackupHeader> | null;
  if (header?.format !== BACKUP_FORMAT || !Array.isArray(header.migrations)) {
    throw invalidInput("This file is not a Formline backup.");
  }
  const here = (await appliedMigrations(tx)) ?? [];
  const isSame =
    here.length === header.migrations.length &&
    here.every((migration, i) => migration.hash === header.migrations?.[i]?.hash);
  if (!isSame) {
    throw new AppError(
      "conflict",
      "This backup is of another version's schema. Restore it with the version that made it, then start this one to migrate.",
    );
  }
  return header as BackupHeader;
}

async function insertRows(tx: Tx, table: string, batch: readonly string[]): Promise<void> {
  const name = sql.identifier(table);
  const records = `[${batch.join(",")}]`;
  await tx.execute(
    sql`insert into ${name} overriding system value
        select * from jsonb_populate_recordset(null::${name}, ${records}::jsonb)`,
  );
}

async function assertEmpty(tx: Tx, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const found = await tx.execute(sql`select 1 from ${sql.identifier(table)} limit 1`);
    if (rows(found).length > 0) {
      throw new AppError(
        "conflict",
        "The database is not empty. A backup is restored only into a new one: set FORMLINE_DATA_DIR to a new directory, or DATABASE_URL to a new database.",
      );
    }
  }
}

/** Identity columns go on after the greatest restored value. */
async function advanceSequences(tx: Tx): Promise<void> {
  const columns = rows<{ table: string; column: string }>(
    await tx.execute(sql`
      select c.relname as table, a.attname as column from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      where a.attidentity <> '' and c.relnamespace = 'public'::regnamespace
        and c.relname <> 'formline_migrations'`),
  );
  for (const { table, column } of columns) {
    const [name, field] = [sql.identifier(table), sql.identifier(column)];
    await tx.execute(
      sql`select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(max(${field}), 0) + 1, false) from ${name}`,
    );
  }
}

function isUnreadable(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code?.startsWith("Z_") === true;
}

import { type SQL, sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import type { AthleteTx } from "@/db/scope";
import { ARCHIVE_CSV } from "./archive-csv";
import { type ArchiveTable, STREAMS_TABLE } from "./archive-tables";

/** Rows that are held in memory at a time. */
const PAGE = 100;

/** Everything that this transaction reads is of one moment, its times in UTC. Call it first. */
export async function beginSnapshot(tx: AthleteTx): Promise<void> {
  await tx.db.execute(sql`set transaction isolation level repeatable read`);
  await tx.db.execute(sql`set local time zone 'UTC'`);
  await tx.db.execute(sql`set local statement_timeout = 0`);
}

/** The columns of a table that an archive holds, in the table's order. */
export async function archiveColumns(
  tx: AthleteTx,
  { table, without = [] }: ArchiveTable,
): Promise<string[]> {
  const found = rows<{ name: string }>(
    await tx.db.execute(sql`
      select a.attname as name from pg_attribute a
      where a.attrelid = ${`public.${table}`}::regclass and a.attnum > 0 and not a.attisdropped
      order by a.attnum`),
  );
  return found.map((row) => row.name).filter((name) => ![...without, "athlete_id"].includes(name));
}

/** The athlete's rows of a table as JSON text, one each. */
export async function* archiveRows(
  tx: AthleteTx,
  { table, where = sql`true` }: ArchiveTable,
  columns: readonly string[],
): AsyncGenerator<string> {
  const names = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  yield* jsonRows(
    tx,
    sql`select ${names} from ${sql.identifier(table)} where athlete_id = ${tx.athleteId} and ${where} order by ${names}`,
  );
}

/** The rows of a file for spreadsheets, as JSON text. */
export async function* archiveCsvRows(tx: AthleteTx, path: string): AsyncGenerator<string> {
  const csv = ARCHIVE_CSV.find((one) => one.path === path);
  if (csv) yield* jsonRows(tx, csv.query(tx.athleteId));
}

/** The streams of these activities as JSON text, one row each. */
export async function archiveStreams(
  tx: AthleteTx,
  activityIds: readonly string[],
): Promise<string[]> {
  if (activityIds.length === 0) return [];
  const found = await tx.db.execute(sql`
    select to_jsonb(t)::text as row from (
      select activity_id, length_s, codec, content from ${sql.identifier(STREAMS_TABLE)}
      where athlete_id = ${tx.athleteId} and activity_id in ${activityIds} order by activity_id) t`);
  return rows<{ row: string }>(found).map(({ row }) => row);
}

async function* jsonRows(tx: AthleteTx, query: SQL): AsyncGenerator<string> {
  await tx.db.execute(
    sql`declare formline_archive no scroll cursor for select to_jsonb(t)::text as row from (${query}) t`,
  );
  for (;;) {
    const page = rows<{ row: string }>(
      await tx.db.execute(sql.raw(`fetch ${PAGE} from formline_archive`)),
    );
    for (const { row } of page) yield row;
    if (page.length < PAGE) break;
  }
  await tx.db.execute(sql`close formline_archive`);
}

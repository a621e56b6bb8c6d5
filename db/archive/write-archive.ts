import path from "node:path";
import { sql } from "drizzle-orm";
import { migrationFiles } from "@/db/migrate/migration-files";
import { rows } from "@/db/rows";
import type { AthleteTx } from "@/db/scope";
import { ARCHIVE_TABLES, STREAMS_TABLE } from "./archive-tables";

export type SchemaVersion = { readonly migrations: number; readonly newest: string };

/** How far the schema of this version has come. */
export function schemaVersion(
  folder = path.join(process.cwd(), "db", "migrations"),
): SchemaVersion {
  const files = migrationFiles(folder);
  return { migrations: files.length, newest: files.at(-1)?.tag ?? "" };
}

/** The first of the archive's tables in which the athlete has rows; null when there are none. */
export async function firstFilledTable(tx: AthleteTx): Promise<string | null> {
  for (const table of [...ARCHIVE_TABLES.map((one) => one.table), STREAMS_TABLE]) {
    const found = await tx.db.execute(
      sql`select 1 from ${sql.identifier(table)} where athlete_id = ${tx.athleteId} limit 1`,
    );
    if (rows(found).length > 0) return table;
  }
  return null;
}

/** Puts rows of an archive, each the JSON text of one, under the athlete's name. */
export async function insertArchiveRows(
  tx: AthleteTx,
  table: string,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  const name = sql.identifier(table);
  const names = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  const values = sql.join(
    columns.map((column) => sql`r.${sql.identifier(column)}`),
    sql`, `,
  );
  await tx.db.execute(sql`
    insert into ${name} (athlete_id, ${names})
    select ${tx.athleteId}::uuid, ${values}
    from jsonb_populate_recordset(null::${name}, ${`[${lines.join(",")}]`}::jsonb) r`);
}

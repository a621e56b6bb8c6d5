import { type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgColumn } from "drizzle-orm/pg-core";

/** In an upsert, the value that the insert proposed for a column. */
export function excluded(column: PgColumn): SQL {
  return sql`excluded.${sql.identifier(toSnakeCase(column.name))}`;
}

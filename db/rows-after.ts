import { type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { invalidInput } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

/**
 * What follows the row with the id `cursor` when the newest come first, to the microsecond that
 * the database keeps and JavaScript does not. Throws AppError "invalid_input" for what is no id.
 */
export function rowsAfter(
  cursor: string | null,
  table: PgTable,
  at: PgColumn,
  id: PgColumn,
): SQL | undefined {
  if (cursor === null) return undefined;
  if (!isUuid(cursor)) {
    throw invalidInput("This page of the list does not exist; open the list again.");
  }
  return sql`(${at}, ${id}) < (select ${at}, ${id} from ${table} where ${id} = ${cursor})`;
}

export type PageOf<Item> = {
  readonly items: Item[];
  /** Id of the last item; null when there are no more. */
  readonly nextCursor: string | null;
};

/** Of `limit + 1` rows that were asked for: the page, and whether there is another. */
export function pageOf<Item>(
  found: readonly Item[],
  limit: number,
  idOf: (item: Item) => string,
): PageOf<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last !== undefined ? idOf(last) : null };
}

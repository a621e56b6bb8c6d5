import { sql } from "drizzle-orm";
import type { Tx } from "../client";
import { rows } from "../rows";

export type AppliedMigration = { readonly tag: string; readonly hash: string };

/** What has been applied to the database, oldest first; null when it was never migrated. */
export async function appliedMigrations(tx: Tx): Promise<AppliedMigration[] | null> {
  const [table] = rows<{ exists: boolean }>(
    await tx.execute(sql`select to_regclass('public.formline_migrations') is not null as exists`),
  );
  if (!table?.exists) return null;
  return rows(await tx.execute(sql`select tag, hash from formline_migrations order by position`));
}

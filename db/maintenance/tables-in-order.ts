import { sql } from "drizzle-orm";
import type { Tx } from "../client";
import { rows } from "../rows";

type Reference = { readonly child: string; readonly parent: string };

/** Every table of the product, each after the tables that it refers to. */
export async function tablesInOrder(tx: Tx): Promise<string[]> {
  const tables = rows<{ name: string }>(
    await tx.execute(sql`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname <> 'formline_migrations'
      order by c.relname`),
  ).map((row) => row.name);
  const references = rows<Reference>(
    await tx.execute(sql`
      select c.relname as child, p.relname as parent from pg_constraint f
      join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
      where f.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.oid <> p.oid`),
  );
  const ordered: string[] = [];
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      (table) =>
        !ordered.includes(table) &&
        references.every(({ child, parent }) => child !== table || ordered.includes(parent)),
    );
    if (ready.length === 0) throw new Error("The tables refer to each other in a circle.");
    ordered.push(...ready);
  }
  return ordered;
}

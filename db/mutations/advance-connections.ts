import { sql } from "drizzle-orm";
import { connections } from "@/db/schema/connections";
import type { SystemTx } from "@/db/scope";

/** Moves the connections that `dueConnections` has locked on to their next syncs, in one statement. */
export async function advanceConnections(
  tx: SystemTx,
  next: readonly { readonly id: string; readonly nextSyncAt: Date }[],
): Promise<void> {
  if (next.length === 0) return;
  const values = next.map(
    ({ id, nextSyncAt }) => sql`(${id}::uuid, ${nextSyncAt.toISOString()}::timestamptz)`,
  );
  await tx.db.execute(sql`
    update ${connections} set next_sync_at = v.at
    from (values ${sql.join(values, sql`, `)}) as v (id, at)
    where ${connections.id} = v.id`);
}

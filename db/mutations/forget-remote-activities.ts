import { and, eq, inArray, isNotNull, lt, ne, or } from "drizzle-orm";
import { connectionCursors, connections, remoteActivities } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import type { Provider } from "@/lib/training/source/providers";

/**
 * Forgets what a vendor said of activities that it has not spoken of since `before`; that they
 * were here is kept, so that they are not fetched again. Returns how many.
 */
export async function forgetRemoteActivities(
  tx: AthleteTx,
  provider: Provider,
  before: Date,
): Promise<number> {
  const ofProvider = tx.db
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.athleteId, tx.athleteId), eq(connections.provider, provider)));
  const forgotten = await tx.db
    .update(remoteActivities)
    .set({ title: null, startedAt: null })
    .where(
      and(
        eq(remoteActivities.athleteId, tx.athleteId),
        inArray(remoteActivities.connectionId, ofProvider),
        lt(remoteActivities.seenAt, before),
        ne(remoteActivities.status, "waiting"),
        or(isNotNull(remoteActivities.title), isNotNull(remoteActivities.startedAt)),
      ),
    )
    .returning({ id: remoteActivities.externalId });
  return forgotten.length;
}

/** As if nothing had ever been listed: what the vendor has then is fetched (again). */
export async function removeRemoteActivities(tx: AthleteTx, connectionId: string): Promise<void> {
  if (!isUuid(connectionId)) return;
  for (const table of [remoteActivities, connectionCursors]) {
    await tx.db
      .delete(table)
      .where(and(eq(table.athleteId, tx.athleteId), eq(table.connectionId, connectionId)));
  }
}

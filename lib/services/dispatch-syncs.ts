import "server-only";
import { advanceConnections } from "@/db/mutations/advance-connections";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { dueConnections } from "@/db/queries/due-connections";
import { events } from "@/inngest/events";
import type { SystemContext } from "@/lib/auth/context";
import { SYNC_EVERY_H } from "@/lib/training/source/sync-every";

const PAGE = 500;
const HOUR_MS = 3_600_000;

/**
 * Claims connections whose next sync has come, sends one event each and sets the next one, page
 * by page, each page in one transaction. After a downtime each is synced once.
 */
export async function dispatchSyncs(ctx: SystemContext): Promise<{ dispatched: number }> {
  let dispatched = 0;
  for (;;) {
    const count = await ctx.tx(async (tx) => {
      const due = await dueConnections(tx, ctx.now, PAGE);
      await enqueueEvent(
        tx,
        due.map(({ id: connectionId, athleteId }) =>
          events.connectionSyncDue.create(
            { athleteId, connectionId, trigger: "schedule" },
            { id: `sync:${connectionId}:schedule:${ctx.now.toISOString()}` },
          ),
        ),
      );
      await advanceConnections(
        tx,
        due.map(({ id, provider }) => ({
          id,
          nextSyncAt: new Date(ctx.now.getTime() + SYNC_EVERY_H[provider] * HOUR_MS),
        })),
      );
      return due.length;
    });
    dispatched += count;
    if (count < PAGE) return { dispatched };
  }
}

import "server-only";
import { retryFailedActivities } from "@/db/mutations/remote-activities";
import { beginSyncRun } from "@/db/mutations/sync-runs";
import { findConnection } from "@/db/queries/connections";
import { waitingActivities } from "@/db/queries/remote-activities";
import type { SYNC_TRIGGERS } from "@/db/schema/connections";
import type { AthleteContext } from "@/lib/auth/context";
import type { Provider } from "@/lib/training/source/providers";

export type SyncTrigger = (typeof SYNC_TRIGGERS)[number];

/**
 * Opens a row of the connection's history. Null when there is nothing to do: it is gone, has to
 * be connected again, or a message was worked off already with those before it.
 */
export async function beginSync(
  ctx: AthleteContext,
  connectionId: string,
  trigger: SyncTrigger,
): Promise<{ readonly runId: string | null; readonly provider: Provider | null }> {
  return ctx.tx(async (tx) => {
    const connection = await findConnection(tx, connectionId);
    if (connection?.status !== "connected") return { runId: null, provider: null };
    const { provider } = connection;
    if (trigger === "webhook") {
      const { waiting } = await waitingActivities(tx, connectionId, 1);
      if (waiting === 0) return { runId: null, provider };
    } else {
      await retryFailedActivities(tx, connectionId);
    }
    return { runId: await beginSyncRun(tx, { connectionId, trigger }, ctx.now), provider };
  });
}

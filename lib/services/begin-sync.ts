import "server-only";
import { retryFailedActivities } from "@/db/mutations/remote-activities";
import { beginSyncRun } from "@/db/mutations/sync-runs";
import { findConnection, type SyncRun } from "@/db/queries/connections";
import { waitingActivities } from "@/db/queries/remote-activities";
import { syncHistory } from "@/db/queries/sync-history";
import type { SYNC_TRIGGERS } from "@/db/schema/connections";
import type { AthleteContext } from "@/lib/auth/context";
import type { Provider } from "@/lib/training/source/providers";

export type SyncTrigger = (typeof SYNC_TRIGGERS)[number];

/** A try that began longer ago was broken off. */
const RUNNING_MS = 15 * 60_000;

export type BegunSync = {
  /** Null when there is nothing to do. */
  readonly runId: string | null;
  readonly provider: Provider | null;
  /** A morning finds a sync in the middle of its work: what it fetches counts there. */
  readonly isUnderWay?: boolean;
};

/**
 * Opens a row of the connection's history. There is nothing to do when it is gone, has to be
 * connected again, or a message was worked off already with those before it.
 */
export async function beginSync(
  ctx: AthleteContext,
  connectionId: string,
  trigger: SyncTrigger,
): Promise<BegunSync> {
  const { run, ...begun } = await ctx.tx(async (tx) => {
    const [connection, [last]] = await Promise.all([
      findConnection(tx, connectionId),
      trigger === "morning" ? syncHistory(tx, connectionId, 1) : [],
    ]);
    if (connection?.status !== "connected") return { run: null, provider: null };
    const { provider } = connection;
    if (trigger === "morning") {
      // Its own row of a morning was left by one that was killed.
      const isUnderWay = last?.trigger !== "morning" && isRunning(ctx, last);
      if (isUnderWay) return { run: null, provider, isUnderWay };
    }
    if (trigger !== "webhook") tx.withCommit(retryFailedActivities(tx, connectionId));
    else if ((await waitingActivities(tx, connectionId, 1)).waiting === 0) {
      return { run: null, provider };
    }
    const id = beginSyncRun(tx, { connectionId, trigger }, ctx.now);
    tx.withCommit(id);
    return { run: { id }, provider };
  });
  return { ...begun, runId: (await run?.id) ?? null };
}

export function isRunning({ now }: AthleteContext, last: SyncRun | undefined): boolean {
  return last?.outcome === "running" && now.getTime() - last.startedAt.getTime() < RUNNING_MS;
}

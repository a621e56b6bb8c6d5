import "server-only";
import { type ListedConnection, listConnections, type SyncRun } from "@/db/queries/connections";
import { syncHistory } from "@/db/queries/sync-history";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import type { ConnectionBody } from "@/lib/schemas/connection-progress";

/** Tries that a card lists. */
const RUNS = 20;

/** Every connection of the athlete as its card shows it, the oldest first. */
export async function showConnections(ctx: AthleteContext): Promise<ConnectionBody[]> {
  return ctx.tx(async (tx) => {
    const shown: ConnectionBody[] = [];
    for (const connection of await listConnections(tx)) {
      shown.push(bodyOf(ctx, connection, await syncHistory(tx, connection.id, RUNS)));
    }
    return shown;
  });
}

/** Throws "not_found" for a connection that is not the athlete's. */
export async function showConnection(
  ctx: AthleteContext,
  connectionId: string,
): Promise<ConnectionBody> {
  return ctx.tx(async (tx) => {
    const connection = (await listConnections(tx)).find(({ id }) => id === connectionId);
    if (!connection) throw notFound("This connection");
    return bodyOf(ctx, connection, await syncHistory(tx, connectionId, RUNS));
  });
}

function bodyOf(
  { ports }: AthleteContext,
  connection: ListedConnection,
  runs: readonly SyncRun[],
): ConnectionBody {
  const { id, provider, label, status, problemCode, problem, activities } = connection;
  return {
    ...{ id, provider, label, status, problemCode, problem, activities },
    connectedAt: connection.connectedAt.toISOString(),
    lastSuccessAt: textOf(connection.lastSuccessAt),
    nextSyncAt: textOf(connection.nextSyncAt),
    credentialsExpireAt: textOf(connection.credentialsExpireAt),
    isFetchingHistory: connection.backfill.length > 0,
    capabilities: [...(ports.sources.of(provider)?.capabilities ?? [])],
    runs: runs.map(({ startedAt, finishedAt, problemCode: _, counts, ...run }) => ({
      ...run,
      counts: { ...counts },
      startedAt: startedAt.toISOString(),
      finishedAt: textOf(finishedAt),
    })),
  };
}

function textOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

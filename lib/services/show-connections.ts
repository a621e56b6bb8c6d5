import "server-only";
import { type ListedConnection, listConnections, type SyncRun } from "@/db/queries/connections";
import { syncHistory } from "@/db/queries/sync-history";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import type { ConnectionBody } from "@/lib/schemas/connection-progress";
import { describeFailure } from "./describe-source-problem";

/** Tries that a card lists. */
const RUNS = 20;

/** Every connection of the athlete as its card shows it, the oldest first. */
export async function showConnections(ctx: AthleteContext): Promise<ConnectionBody[]> {
  const found = await ctx.tx(async (tx) => {
    const shown: Shown[] = [];
    for (const connection of await listConnections(tx)) {
      shown.push({ connection, runs: await syncHistory(tx, connection.id, RUNS) });
    }
    return shown;
  });
  return Promise.all(found.map((one) => bodyOf(ctx, one)));
}

/** Throws "not_found" for a connection that is not the athlete's. */
export async function showConnection(
  ctx: AthleteContext,
  connectionId: string,
): Promise<ConnectionBody> {
  const found = await ctx.tx(async (tx): Promise<Shown> => {
    const connection = (await listConnections(tx)).find(({ id }) => id === connectionId);
    if (!connection) throw notFound("This connection");
    return { connection, runs: await syncHistory(tx, connectionId, RUNS) };
  });
  return bodyOf(ctx, found);
}

type Shown = { readonly connection: ListedConnection; readonly runs: readonly SyncRun[] };

async function bodyOf({ ports }: AthleteContext, shown: Shown): Promise<ConnectionBody> {
  const { connection, runs } = shown;
  const { id, provider, label, activities } = connection;
  return {
    ...{ id, provider, label, activities, ...(await stateOf(ports, connection)) },
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

/** While a vendor is not asked at all, each of its connections rests, whoever met the failures. */
async function stateOf(
  { sources }: AthleteContext["ports"],
  { provider, status, problemCode, problem }: ListedConnection,
): Promise<Pick<ConnectionBody, "status" | "problemCode" | "problem">> {
  const isWell = status === "connected" && problemCode === null;
  if (!isWell || !(await sources.isResting(provider))) return { status, problemCode, problem };
  const found = describeFailure(provider, "unavailable");
  return { status: "paused", problemCode: found.code, problem: found.problem };
}

function textOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

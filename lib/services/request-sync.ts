import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { type Connection, findConnection, listConnections } from "@/db/queries/connections";
import { syncHistory } from "@/db/queries/sync-history";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError, notFound } from "@/lib/errors";
import { isRunning, type SyncTrigger } from "./begin-sync";

/** What was fetched so lately is new enough for somebody who looks. */
const FRESH_MS = 15 * 60_000;
/** Two clicks are one wish. */
const SAME_WISH_MS = 10_000;

/**
 * Asks for a sync of the connection; "opened" only when the last one is a quarter of an hour
 * ago. False when one is running or there is nothing to ask for. Throws "not_found", and
 * "conflict" for one that has to be connected again first.
 */
export async function requestSync(
  ctx: AthleteContext,
  connectionId: string,
  trigger: SyncTrigger,
): Promise<{ readonly isRequested: boolean }> {
  return ctx.tx(async (tx) => {
    const connection = await findConnection(tx, connectionId);
    if (connection === null) throw notFound("This connection");
    if (connection.status !== "connected" && trigger === "asked") {
      throw new AppError("conflict", connection.problem ?? "Connect it again first.");
    }
    const [last] = await syncHistory(tx, connectionId, 1);
    const isRequested = isWanted(ctx, trigger, connection) && !isRunning(ctx, last);
    if (isRequested) {
      const window = trigger === "opened" ? FRESH_MS : SAME_WISH_MS;
      // What was asked before a sync began is that sync; after its end it is another wish.
      const wish = `${last?.id ?? "first"}:${Math.floor(ctx.now.getTime() / window)}`;
      await enqueueSync(tx, connectionId, trigger, wish);
    }
    return { isRequested };
  });
}

function isWanted(
  { now }: AthleteContext,
  trigger: SyncTrigger,
  { status, lastSuccessAt }: Connection,
): boolean {
  if (status !== "connected") return false;
  return trigger !== "opened" || now.getTime() - (lastSuccessAt?.getTime() ?? 0) >= FRESH_MS;
}

/** The athlete has opened the app: what is not fresh is fetched while they look. */
export async function requestSyncs(ctx: AthleteContext): Promise<{ readonly requested: number }> {
  const connections = await ctx.tx(listConnections);
  let requested = 0;
  for (const { id } of connections) {
    if ((await requestSync(ctx, id, "opened")).isRequested) requested++;
  }
  return { requested };
}

/** In the caller's transaction; the same `wish` twice is once. */
export async function enqueueSync(
  tx: AthleteTx,
  connectionId: string,
  trigger: SyncTrigger,
  wish: string | number,
): Promise<void> {
  const { athleteId } = tx;
  await enqueueEvent(
    tx,
    events.connectionSyncDue.create(
      { athleteId, connectionId, trigger },
      { id: `sync:${connectionId}:${trigger}:${wish}` },
    ),
  );
}

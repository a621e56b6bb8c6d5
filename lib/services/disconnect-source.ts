import "server-only";
import { deleteConnection } from "@/db/mutations/connections";
import { deleteWellness } from "@/db/mutations/delete-wellness";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { findConnection, listConnections } from "@/db/queries/connections";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError, notFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { SourceError } from "@/lib/integrations/source-ports";
import type { Provider } from "@/lib/training/source/providers";
import { forgetFilesOf } from "./delete-source-files";
import { openSession } from "./open-session";
import { startSyncedImport } from "./receive-synced-file";

/**
 * Gives the access up, at the vendor as well where it can be, and forgets its credentials. "delete"
 * also takes what came from this connection alone: a job does so and works the days out anew. What
 * came from Strava never stays. Throws "not_found".
 */
export async function disconnectSource(
  ctx: AthleteContext,
  connectionId: string,
  { data }: { readonly data: "keep" | "delete" },
): Promise<{ readonly isRevoked: boolean }> {
  const connection = await ctx.tx((tx) => findConnection(tx, connectionId));
  if (connection === null) throw notFound("This connection");
  const isRevoked = await revoke(ctx, connectionId);
  // What was received already has its outcome, whatever becomes of it afterwards.
  await startSyncedImport(ctx);
  await ctx.tx(async (tx) => {
    if (data === "delete" || connection.provider === "strava") {
      await forgetFilesOf(tx, connectionId, null);
    }
    await deleteConnection(tx, connectionId);
    if (data === "delete") await deleteDays(tx, connection.provider);
  });
  return { isRevoked };
}

/** Of days that no file speaks of, and that no other connection with the maker has brought. */
async function deleteDays(tx: AthleteTx, provider: Provider): Promise<void> {
  const isGarmin = (one: Provider) => one.startsWith("garmin");
  if (!isGarmin(provider)) return;
  const others = await listConnections(tx);
  if (others.some((other) => isGarmin(other.provider))) return;
  const [fromDay] = await deleteWellness(tx, "garmin");
  if (fromDay === undefined) return;
  const { athleteId } = tx;
  const event = events.daysChanged.create({ athleteId, fromDay }, { id: `days:${newId()}` });
  await enqueueEvent(tx, event);
}

/** False when the vendor has no way to, or does not answer: then the access ends there by itself. */
async function revoke(ctx: AthleteContext, connectionId: string): Promise<boolean> {
  try {
    const { session } = await openSession(ctx, connectionId);
    if (!session.revoke) return false;
    await session.revoke();
    return true;
  } catch (error) {
    if (!(error instanceof SourceError) && !(error instanceof AppError)) throw error;
    ctx.log.warn({ code: error.name }, "an access could not be given up at its vendor");
    return false;
  }
}

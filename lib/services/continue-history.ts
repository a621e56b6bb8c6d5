import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { connectionCursor } from "@/db/queries/connection-cursor";
import { findConnection } from "@/db/queries/connections";
import { waitingActivities } from "@/db/queries/remote-activities";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";

/**
 * Asks for the next stretch of a connection's history. Named after how far it has come: asked
 * for twice it is one, and where nothing moves on it waits for the next sync.
 */
export async function continueHistory(
  ctx: AthleteContext,
  connectionId: string,
): Promise<{ readonly goesOn: boolean }> {
  return ctx.tx(async (tx) => {
    if ((await findConnection(tx, connectionId))?.status !== "connected") return { goesOn: false };
    const days = await connectionCursor(tx, connectionId, "wellness_backfill");
    const pages = await connectionCursor(tx, connectionId, "activities_backfill");
    const { waiting } = await waitingActivities(tx, connectionId, 1);
    const place = [days?.beforeDay, days?.isDone, days?.place, pages?.page, waiting].join(":");
    const { athleteId } = ctx;
    await enqueueEvent(
      tx,
      events.connectionHistoryDue.create(
        { athleteId, connectionId },
        { id: `history:${connectionId}:${place}` },
      ),
    );
    return { goesOn: true };
  });
}

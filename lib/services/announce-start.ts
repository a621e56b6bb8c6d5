import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { events } from "@/inngest/events";
import type { SystemContext } from "@/lib/auth/context";
import { CURVE_SET } from "@/lib/training/capacity/activity-curves";

/**
 * Says that a server has started, for the work that an upgrade leaves behind. Restarts of the
 * same day with the same grid of curves say it once.
 */
export async function announceStart(ctx: SystemContext): Promise<void> {
  const day = ctx.now.toISOString().slice(0, 10);
  const event = events.serverStarted.create({}, { id: `server:started:${CURVE_SET}:${day}` });
  await ctx.tx((tx) => enqueueEvent(tx, event));
}

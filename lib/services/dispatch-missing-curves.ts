import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { athletesWithoutCurves } from "@/db/queries/athletes-without-curves";
import { events } from "@/inngest/events";
import type { SystemContext } from "@/lib/auth/context";
import { CURVE_SET } from "@/lib/training/capacity/activity-curves";

/** Sends one event for each athlete whose activities lack their curves, once a day at most. */
export async function dispatchMissingCurves(ctx: SystemContext): Promise<{ athletes: number }> {
  const day = ctx.now.toISOString().slice(0, 10);
  return ctx.tx(async (tx) => {
    const athletes = await athletesWithoutCurves(tx, CURVE_SET);
    await enqueueEvent(
      tx,
      athletes.map((athleteId) =>
        events.curvesMissing.create(
          { athleteId },
          { id: `${athleteId}:curves:${CURVE_SET}:${day}` },
        ),
      ),
    );
    return { athletes: athletes.length };
  });
}

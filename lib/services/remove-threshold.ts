import "server-only";
import { deleteThreshold } from "@/db/mutations/delete-threshold";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";

/** Takes a capacity back: from its first day on the one before it holds again. Throws "not_found". */
export async function removeThreshold(ctx: AthleteContext, id: string): Promise<void> {
  await ctx.tx(async (tx) => {
    const { validFrom } = await deleteThreshold(tx, id);
    const { athleteId } = ctx;
    await enqueueEvent(tx, events.thresholdsChanged.create({ athleteId, fromDay: validFrom }));
  });
}

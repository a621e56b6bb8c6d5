import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { finishBatch } from "@/db/mutations/finish-batch";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { askForDebriefs } from "./ask-by-itself";

/** Closes the batch; its rows stay as the ledger. The weather of what came is asked for, where it is. */
export async function finishImport(
  ctx: AthleteContext,
  batchId: string,
): Promise<{ finished: true }> {
  const { athleteId, ports, now } = ctx;
  await ctx.tx(async (tx) => {
    await finishBatch(tx, batchId, now);
    await askForDebriefs(tx, ctx, batchId);
    if (ports.weather === null) return;
    const event = events.weatherMissing.create({ athleteId }, { id: `weather:${batchId}` });
    await enqueueEvent(tx, event);
  });
  return { finished: true };
}

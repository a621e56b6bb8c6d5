import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { startBatch } from "@/db/mutations/start-batch";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";

/** Hands a batch to the job; starting it twice is starting it once. */
export async function startImport(ctx: AthleteContext, batchId: string): Promise<void> {
  await ctx.tx(async (tx) => {
    const started = await startBatch(tx, batchId);
    if (started === "unknown") throw notFound("This import");
    if (started === "already") return;
    const { athleteId } = ctx;
    await enqueueEvent(
      tx,
      events.importReceived.create({ athleteId, batchId }, { id: `import:${batchId}` }),
    );
  });
}

import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import { newId } from "@/lib/ids";

/**
 * Asks for a job that takes a batch to its end, in the caller's transaction. Jobs of one
 * athlete follow each other, and one that finds nothing left to do does nothing.
 */
export async function runBatch(tx: AthleteTx, batchId: string): Promise<void> {
  const { athleteId } = tx;
  await enqueueEvent(
    tx,
    events.importReceived.create({ athleteId, batchId }, { id: `import:${batchId}:${newId()}` }),
  );
}

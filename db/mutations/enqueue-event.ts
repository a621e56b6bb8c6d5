import { announceJobEvent } from "@/db/job-wake";
import { jobEvents } from "@/db/schema/jobs";
import type { AthleteTx, SystemTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import { currentRequestContext } from "@/lib/request-context";

/** What `events.….create(…)` makes. */
export type OutgoingEvent = {
  readonly name: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** A second event with the same id within 24 h is dropped. */
  readonly id?: string;
};

/**
 * Writes events to the outbox, in the transaction of the data that they speak of: both
 * exist or neither. They are dispatched after the commit. The id of the request that is
 * being served goes with them into the logs of the jobs.
 */
export async function enqueueEvent(
  tx: AthleteTx | SystemTx,
  event: OutgoingEvent | readonly OutgoingEvent[],
): Promise<void> {
  const requestId = currentRequestContext()?.requestId ?? null;
  const rows = [event].flat().map(({ id, name, data }) => ({
    id: newId(),
    name,
    data: { ...data },
    dedupKey: id ?? null,
    requestId,
  }));
  if (rows.length === 0) return;
  // No target and no RETURNING: the athlete's role may insert here, and read nothing.
  await tx.db.insert(jobEvents).values(rows).onConflictDoNothing();
  announceJobEvent();
}

import { and, asc, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { type JobEventPayload, jobEvents } from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";

export type TakenEvent = {
  readonly rowId: string;
  readonly requestId: string | null;
  readonly createdAt: Date;
  readonly payload: JobEventPayload;
};

/** Inngest forgets event ids after this long, and so do we. */
const DEDUP_WINDOW = sql`interval '24 hours'`;

async function takeEvents(tx: SystemTx, where: SQL | undefined, limit: number) {
  const rows = await tx.db
    .select()
    .from(jobEvents)
    .where(and(isNull(jobEvents.dispatchedAt), where))
    .orderBy(asc(jobEvents.seq))
    .limit(limit)
    .for("update", { skipLocked: true });
  return rows.map(
    (row): TakenEvent => ({
      rowId: row.id,
      requestId: row.requestId,
      createdAt: row.createdAt,
      payload: {
        id: row.dedupKey ?? row.id,
        name: row.name,
        data: row.requestId === null ? row.data : { requestId: row.requestId, ...row.data },
        ts: row.createdAt.getTime(),
      },
    }),
  );
}

/** The oldest undispatched events, locked until the end of the transaction. */
export function lockUndispatchedEvents(tx: SystemTx, limit: number): Promise<TakenEvent[]> {
  return takeEvents(tx, undefined, limit);
}

/** The oldest undispatched events, kept from other processes for `seconds`. */
export async function leaseUndispatchedEvents(
  tx: SystemTx,
  limit: number,
  seconds: number,
): Promise<TakenEvent[]> {
  const free = or(isNull(jobEvents.leaseUntil), lt(jobEvents.leaseUntil, sql`now()`));
  const taken = await takeEvents(tx, free, limit);
  if (taken.length > 0) {
    const leaseUntil = sql`now() + make_interval(secs => ${seconds})`;
    await tx.db
      .update(jobEvents)
      .set({ leaseUntil })
      .where(inArray(jobEvents.id, ids(taken)));
  }
  return taken;
}

export async function markEventsDispatched(
  tx: SystemTx,
  events: readonly TakenEvent[],
  now: Date,
): Promise<void> {
  if (events.length === 0) return;
  await tx.db
    .update(jobEvents)
    .set({ dispatchedAt: now, leaseUntil: null })
    .where(inArray(jobEvents.id, ids(events)));
}

/** Gives events back that could not be delivered. */
export async function releaseEventLeases(
  tx: SystemTx,
  events: readonly TakenEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.db
    .update(jobEvents)
    .set({ leaseUntil: null })
    .where(inArray(jobEvents.id, ids(events)));
}

/** Forgets the senders' ids of events older than the window, so that they may be used again. */
export async function releaseDedupKeys(tx: SystemTx): Promise<void> {
  await tx.db
    .update(jobEvents)
    .set({ dedupKey: null })
    .where(
      and(
        sql`${jobEvents.dedupKey} is not null`,
        sql`${jobEvents.dispatchedAt} is not null`,
        lt(jobEvents.createdAt, sql`now() - ${DEDUP_WINDOW}`),
      ),
    );
}

function ids(events: readonly TakenEvent[]): string[] {
  return events.map((event) => event.rowId);
}

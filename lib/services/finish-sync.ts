import "server-only";
import { noteProblem, updateConnection } from "@/db/mutations/connections";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { finishSyncRun } from "@/db/mutations/sync-runs";
import { connectionCursorsOf } from "@/db/queries/connection-cursor";
import { type Connection, findConnection } from "@/db/queries/connections";
import { waitingActivities } from "@/db/queries/remote-activities";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { SYNC_EVERY_H } from "@/lib/training/source/sync-every";

/** How far the history has come: of days, and of the list of activities. */
const HISTORIES = ["wellness_backfill", "activities_backfill"];
const HOUR_MS = 3_600_000;
/** After the job has tried all it may: not the whole way to the next day. */
const AFTER_FAILURE_H = 1;

export type FinishedSync = {
  readonly outcome: "done" | "partial" | "failed";
  /** Null when it was not a vendor that failed; "disconnected" when the athlete ended it meanwhile. */
  readonly problemCode: string | null;
};

/**
 * Ends a sync of which so many parts went well and so many failed, and plans the next. When all
 * went well, what is left of the history, if anything, is asked for.
 */
export async function finishSync(
  ctx: AthleteContext,
  runId: string,
  parts: { readonly done: number; readonly failed: number },
): Promise<FinishedSync> {
  const outcome = parts.failed === 0 ? "done" : parts.done > 0 ? "partial" : "failed";
  return ctx.tx(async (tx) => {
    const ended = await finishSyncRun(tx, runId, { outcome, at: ctx.now });
    const connection = ended && (await findConnection(tx, ended.connectionId));
    if (!ended || !connection) return { outcome, problemCode: "disconnected" };
    await planNext(tx, connection, { outcome, now: ctx.now });
    if (outcome === "done") {
      if (connection.problemCode !== "expires_soon") await noteProblem(tx, connection.id, null);
      await askForHistory(tx, connection.id, ctx.now);
    } else if (connection.status === "connected" && ended.problemCode !== null) {
      // One part's failure outlasts the success of the next.
      const { problemCode: code, problem } = ended;
      await noteProblem(tx, connection.id, { code, problem: problem ?? "" });
    }
    return { outcome, problemCode: ended.problemCode };
  });
}

async function planNext(
  tx: AthleteTx,
  { id, provider, status }: Connection,
  { outcome, now }: { readonly outcome: FinishedSync["outcome"]; readonly now: Date },
): Promise<void> {
  const hours = outcome === "done" ? SYNC_EVERY_H[provider] : AFTER_FAILURE_H;
  await updateConnection(tx, id, {
    nextSyncAt: status === "connected" ? new Date(now.getTime() + hours * HOUR_MS) : null,
    ...(outcome === "done" ? { lastSuccessAt: now } : {}),
  });
}

/** At most once a day by itself, where something is left; the job goes on until all of it is here. */
async function askForHistory(tx: AthleteTx, connectionId: string, now: Date): Promise<void> {
  const [cursors, { waiting }] = await Promise.all([
    connectionCursorsOf(tx, connectionId),
    waitingActivities(tx, connectionId, 1),
  ]);
  if (waiting === 0 && HISTORIES.every((kind) => cursors.get(kind)?.isDone === true)) return;
  const { athleteId } = tx;
  const day = now.toISOString().slice(0, 10);
  await enqueueEvent(
    tx,
    events.connectionHistoryDue.create(
      { athleteId, connectionId },
      { id: `history:${connectionId}:${day}` },
    ),
  );
}

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

type Parts = { readonly done: number; readonly failed: number };

/**
 * Ends a sync of which so many parts went well and so many failed, and plans the next. When all
 * went well, what is left of the history, if anything, is asked for.
 */
export async function finishSync(
  ctx: AthleteContext,
  { connectionId, runId }: { readonly connectionId: string; readonly runId: string },
  parts: Parts,
): Promise<FinishedSync> {
  const outcome = outcomeOf(parts);
  return ctx.tx(async (tx) => {
    const [ended, connection, isHistoryLeft] = await Promise.all([
      finishSyncRun(tx, runId, { outcome, at: ctx.now }),
      findConnection(tx, connectionId),
      outcome === "done" && hasHistoryLeft(tx, connectionId),
    ]);
    if (!ended || !connection) return { outcome, problemCode: "disconnected" };
    tx.withCommit(planNext(tx, connection, { outcome, now: ctx.now }));
    if (isHistoryLeft) tx.withCommit(askForHistory(tx, connection.id, ctx.now));
    const { problemCode: code, problem } = ended;
    if (outcome === "done" && hasPassed(connection)) {
      tx.withCommit(noteProblem(tx, connection.id, null));
    }
    // One part's failure outlasts the success of the next.
    if (outcome !== "done" && code !== null && connection.status === "connected") {
      tx.withCommit(noteProblem(tx, connection.id, { code, problem: problem ?? "" }));
    }
    return { outcome, problemCode: code };
  });
}

/** A sync that went well ends every problem but a warning ahead of time. */
function hasPassed({ problemCode }: Connection): boolean {
  return problemCode !== null && problemCode !== "expires_soon";
}

function outcomeOf({ done, failed }: Parts): FinishedSync["outcome"] {
  if (failed === 0) return "done";
  return done > 0 ? "partial" : "failed";
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

async function hasHistoryLeft(tx: AthleteTx, connectionId: string): Promise<boolean> {
  const [cursors, { waiting }] = await Promise.all([
    connectionCursorsOf(tx, connectionId),
    waitingActivities(tx, connectionId, 1),
  ]);
  return waiting > 0 || HISTORIES.some((kind) => cursors.get(kind)?.isDone !== true);
}

/** At most once a day by itself; the job goes on until all of it is here. */
async function askForHistory(tx: AthleteTx, connectionId: string, now: Date): Promise<void> {
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

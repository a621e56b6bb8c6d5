import "server-only";
import { noteProblem, updateConnection } from "@/db/mutations/connections";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { noteSyncProblem } from "@/db/mutations/sync-runs";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { newId } from "@/lib/ids";
import { SourceError } from "@/lib/integrations/source-ports";
import { describeSourceProblem } from "./describe-source-problem";
import { type OpenedSession, type OpenSession, openSession } from "./open-session";

/** What only the athlete can mend: they are told once. */
const NEEDS_THE_ATHLETE: ReadonlySet<string> = new Set(["signed_out", "forbidden", "expires_soon"]);

/**
 * Works with the athlete's account at the vendor. What the vendor refuses is noted on the
 * connection and its running sync, in words, and thrown on for the job to try again or not.
 */
export async function askSource<T>(
  ctx: AthleteContext,
  connectionId: string,
  work: (opened: OpenedSession) => Promise<T>,
  open: OpenSession = openSession,
): Promise<T> {
  try {
    const opened = await open(ctx, connectionId);
    const result = await work(opened);
    if (isPassing(opened.connection.problemCode)) {
      await ctx.tx((tx) => noteProblem(tx, connectionId, null));
    }
    return result;
  } catch (error) {
    if (error instanceof SourceError) await noteFailure(ctx, connectionId, error);
    throw error;
  }
}

/** The vendor has answered again. */
function isPassing(problemCode: string | null): boolean {
  return problemCode === "unavailable" || problemCode === "rate_limited";
}

async function noteFailure(
  ctx: AthleteContext,
  connectionId: string,
  error: SourceError,
): Promise<void> {
  const { provider, failure: code, status, retryAfterS } = error;
  const fields = { provider, connectionId, code, status, retryAfterS };
  ctx.log.warn(fields, "a source did not give what was asked");
  const found = describeSourceProblem(error);
  await ctx.tx(async (tx) => {
    await noteSyncProblem(tx, connectionId, found);
    if (code === "signed_out") {
      await updateConnection(tx, connectionId, { status: "needs_reconnect", nextSyncAt: null });
    }
    await tellProblem(tx, connectionId, found);
  });
}

/** Notes the problem on the connection; one that the athlete has to mend is announced, once. */
export async function tellProblem(
  tx: AthleteTx,
  connectionId: string,
  found: { readonly code: string; readonly problem: string },
): Promise<void> {
  const isNew = await noteProblem(tx, connectionId, found);
  if (!isNew || !NEEDS_THE_ATHLETE.has(found.code)) return;
  const { athleteId } = tx;
  await enqueueEvent(
    tx,
    events.connectionNeedsAttention.create(
      { athleteId, connectionId, code: found.code },
      { id: `attention:${connectionId}:${found.code}:${newId()}` },
    ),
  );
}

import "server-only";
import type { AthleteContext } from "@/lib/auth/context";
import { SourceError } from "@/lib/integrations/source-ports";
import { beginSync, type SyncTrigger } from "./begin-sync";
import { fetchActivityFiles } from "./fetch-activity-files";
import { type FinishedSync, finishSync } from "./finish-sync";
import { listActivities } from "./list-activities";
import { type OpenSession, openedOnce } from "./open-session";
import { syncWellness } from "./sync-wellness";

/** Days and activities. */
const PARTS = 2;

/** New activities since the last time: their entries, then their files, in one bounded go. */
export async function syncActivities(
  ctx: AthleteContext,
  connectionId: string,
  open?: OpenSession,
): Promise<{ readonly activities: number; readonly files: number; readonly remaining: number }> {
  const { added } = await listActivities(ctx, connectionId, open);
  const { files, remaining } = await fetchActivityFiles(ctx, connectionId);
  return { activities: added, files, remaining };
}

/**
 * Brings a connection up to date in one bounded go, for a caller that has more to do after it;
 * what remains comes with its own job. Throws `SourceError` when nothing of it could be had, so
 * that the job tries again; the connection says why. Null when there was nothing to do.
 */
export async function syncConnection(
  ctx: AthleteContext,
  connectionId: string,
  trigger: SyncTrigger,
): Promise<FinishedSync | null> {
  const { runId, isUnderWay } = await beginSync(ctx, connectionId, trigger);
  if (runId === null && !isUnderWay) return null;
  const errors: unknown[] = [];
  // One part's session serves the next, unless that part has failed.
  const open = openedOnce();
  await syncWellness(ctx, connectionId, null, open).catch((error) => errors.push(error));
  const next = errors.length === 0 ? open : undefined;
  await syncActivities(ctx, connectionId, next).catch((error) => errors.push(error));
  const [failed, done] = [errors.length, PARTS - errors.length];
  const finished =
    runId === null ? null : await finishSync(ctx, { connectionId, runId }, { done, failed });
  if (done === 0) throw errors[0];
  return finished ?? withoutRow(errors);
}

/** Of a part of another sync, whose row and plans are that one's. */
function withoutRow(errors: readonly unknown[]): FinishedSync {
  const [error] = errors;
  if (error === undefined) return { outcome: "done", problemCode: null };
  return { outcome: "partial", problemCode: error instanceof SourceError ? error.failure : null };
}

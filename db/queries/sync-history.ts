import { and, desc, eq } from "drizzle-orm";
import { syncRuns } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import type { SyncRun } from "./connections";

/** The newest tries to bring a connection up to date, the newest first. */
export async function syncHistory(
  tx: AthleteTx,
  connectionId: string,
  limit: number,
): Promise<SyncRun[]> {
  if (!isUuid(connectionId)) return [];
  return tx.db
    .select({
      id: syncRuns.id,
      trigger: syncRuns.trigger,
      outcome: syncRuns.outcome,
      counts: syncRuns.counts,
      problemCode: syncRuns.problemCode,
      problem: syncRuns.problem,
      startedAt: syncRuns.startedAt,
      finishedAt: syncRuns.finishedAt,
    })
    .from(syncRuns)
    .where(and(eq(syncRuns.athleteId, tx.athleteId), eq(syncRuns.connectionId, connectionId)))
    .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
    .limit(limit);
}

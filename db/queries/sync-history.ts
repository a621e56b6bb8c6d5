import { and, desc, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
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
  return statement(tx.db).execute({ athleteId: tx.athleteId, connectionId, limit });
}

const statement = prepared("formline_sync_history", (db) =>
  db
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
    .where(
      and(
        eq(syncRuns.athleteId, sql.placeholder("athleteId")),
        eq(syncRuns.connectionId, sql.placeholder("connectionId")),
      ),
    )
    .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
    .limit(sql.placeholder("limit")),
);

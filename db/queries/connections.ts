import { and, asc, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { rows } from "@/db/rows";
import { connections, remoteActivities, syncRuns } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

const shown = {
  id: connections.id,
  provider: connections.provider,
  label: connections.label,
  externalAccountId: connections.externalAccountId,
  status: connections.status,
  scopes: connections.scopes,
  connectedAt: connections.connectedAt,
  lastSuccessAt: connections.lastSuccessAt,
  nextSyncAt: connections.nextSyncAt,
  credentialsExpireAt: connections.credentialsExpireAt,
  /** Stable: "signed_out", "expires_soon", "unavailable", … Null when all is well. */
  problemCode: connections.problemCode,
  problem: connections.problem,
};

/** A connection as it may be shown: its credentials stay where they are. */
export type Connection = Pick<typeof connections.$inferSelect, keyof typeof shown>;

export type SyncRun = {
  readonly id: string;
  readonly trigger: (typeof syncRuns.$inferSelect)["trigger"];
  readonly outcome: (typeof syncRuns.$inferSelect)["outcome"];
  readonly counts: Readonly<Record<string, number>>;
  readonly problemCode: string | null;
  readonly problem: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
};

export type ListedConnection = Connection & {
  /** The newest try; null before the first. */
  readonly lastRun: SyncRun | null;
  /** What the vendor has, by what became of it here. */
  readonly activities: {
    readonly fetched: number;
    readonly waiting: number;
    readonly noFile: number;
    readonly failed: number;
    readonly removed: number;
  };
  /** What of the history still comes, by kind; empty when all of it is here. */
  readonly backfill: readonly string[];
};

type ListedExtras = {
  id: string;
  last_run: (Omit<SyncRun, "startedAt" | "finishedAt"> & Record<string, unknown>) | null;
  counts: Record<string, number> | null;
  backfill: string[] | null;
};

/** Every connection of the athlete, the oldest first. */
export async function listConnections(tx: AthleteTx): Promise<ListedConnection[]> {
  const found = await tx.db
    .select(shown)
    .from(connections)
    .where(eq(connections.athleteId, tx.athleteId))
    .orderBy(asc(connections.connectedAt), asc(connections.id));
  if (found.length === 0) return [];
  const extras = rows<ListedExtras>(
    await tx.db.execute(sql`
      select c.id,
        (select to_jsonb(r) from (
          select r.id, r.trigger, r.outcome, r.counts, r.problem_code as "problemCode", r.problem,
            r.started_at as "startedAt", r.finished_at as "finishedAt"
          from ${syncRuns} r where r.connection_id = c.id and r.athlete_id = ${tx.athleteId}
          order by r.started_at desc limit 1) r) as last_run,
        (select jsonb_object_agg(status, n) from (
          select status, count(*)::int as n from ${remoteActivities} a
          where a.connection_id = c.id and a.athlete_id = ${tx.athleteId} group by status) s) as counts,
        (select jsonb_agg(kind order by kind) from connection_cursors k
          where k.connection_id = c.id and k.athlete_id = ${tx.athleteId}
            and k.kind like '%_backfill' and (k.position ->> 'isDone') is distinct from 'true') as backfill
      from ${connections} c where c.athlete_id = ${tx.athleteId}`),
  );
  const byId = new Map(extras.map((extra) => [extra.id, extra]));
  return found.map((connection) => ({ ...connection, ...readExtras(byId.get(connection.id)) }));
}

function readExtras(extra: ListedExtras | undefined) {
  const counts = extra?.counts ?? {};
  const run = extra?.last_run ?? null;
  return {
    lastRun: run === null ? null : runOf(run),
    activities: {
      fetched: counts.fetched ?? 0,
      waiting: counts.waiting ?? 0,
      noFile: counts.no_file ?? 0,
      failed: counts.failed ?? 0,
      removed: counts.removed ?? 0,
    },
    backfill: extra?.backfill ?? [],
  };
}

/** Times come out of JSON as text. */
function runOf(run: Omit<SyncRun, "startedAt" | "finishedAt"> & Record<string, unknown>): SyncRun {
  const { startedAt, finishedAt, ...rest } = run;
  return {
    ...rest,
    startedAt: new Date(String(startedAt)),
    finishedAt: finishedAt === null ? null : new Date(String(finishedAt)),
  };
}

/** The connection with what it signs in with, sealed; null when the athlete has no such one. */
export async function findConnection(
  tx: AthleteTx,
  connectionId: string,
): Promise<(Connection & { readonly sealed: Uint8Array | null }) | null> {
  if (!isUuid(connectionId)) return null;
  const [found] = await connectionStatement(tx.db).execute({
    athleteId: tx.athleteId,
    connectionId,
  });
  return found ?? null;
}

const connectionStatement = prepared("formline_connection", (db) =>
  db
    .select({ ...shown, sealed: connections.credentials })
    .from(connections)
    .where(
      and(
        eq(connections.athleteId, sql.placeholder("athleteId")),
        eq(connections.id, sql.placeholder("connectionId")),
      ),
    ),
);

import {
  and,
  arrayOverlaps,
  asc,
  count,
  eq,
  inArray,
  isNotNull,
  not,
  notInArray,
  type SQL,
  sql,
} from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { type JobEventPayload, jobRuns } from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";

export type ClaimedRun = {
  readonly id: string;
  readonly functionId: string;
  readonly event: JobEventPayload;
  readonly requestId: string | null;
  readonly attempt: number;
  /** Nobody has had it in hand yet: it has no steps. */
  readonly isFresh: boolean;
  /** A run waits for its result. */
  readonly isInvoked: boolean;
};

/** Another process has taken the run over, or it was cancelled: what we know of it is void. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

export const NO_LEASE = { leaseOwner: null, leaseUntil: null } as const;

/**
 * Leases due runs to `owner`, oldest first, skipping those whose concurrency key is at its
 * limit. A run whose lease has lapsed is due again: its process is gone, unless it is
 * this one.
 */
export async function claimRuns(
  tx: SystemTx,
  claim: {
    readonly owner: string;
    readonly leaseSeconds: number;
    readonly functionIds: readonly string[];
    /** Ids of runs that the owner is working on, whatever became of their leases. */
    readonly inHand: readonly string[];
    readonly limit: number;
    readonly limitOf: (concurrencyKey: string) => number;
  },
  now: Date,
): Promise<ClaimedRun[]> {
  if (claim.limit <= 0 || claim.functionIds.length === 0) return [];
  const most = claim.limit * 4;
  // Two questions, each of which an index answers in order: with ten thousand runs due, sorting
  // them all for each few that are taken would be most of the work.
  const free = (where: SQL, by: PgColumn, full: readonly string[]) =>
    tx.db
      .select()
      .from(jobRuns)
      .where(
        and(
          where,
          inArray(jobRuns.functionId, [...claim.functionIds]),
          notInArray(jobRuns.id, [...claim.inHand]),
          full.length > 0 ? not(arrayOverlaps(jobRuns.concurrencyKeys, [...full])) : undefined,
        ),
      )
      .orderBy(asc(by))
      .limit(most)
      .for("update", { skipLocked: true });
  const at = sql`${now.toISOString()}::timestamptz`;
  const lapsed = sql`${jobRuns.status} = 'running' and ${jobRuns.leaseUntil} < now()`;
  const waiting = sql`${jobRuns.status} in ('queued', 'waiting') and ${jobRuns.runAt} <= ${at}`;
  const find = (full: readonly string[]) =>
    [free(lapsed, jobRuns.leaseUntil, full), free(waiting, jobRuns.runAt, full)] as const;
  const [used, ...first] = await Promise.all([runningPerKey(tx), ...find([])]);
  const full = [...used].filter(([key, n]) => n >= claim.limitOf(key)).map(([key]) => key);
  // Those that have to wait may stand in front of others that need not.
  const isCut = full.length > 0 && first.some((runs) => runs.length === most);
  const due = isCut ? await Promise.all(find(full)) : first;
  const picked = due
    .flat()
    .sort(byAge)
    .filter((run) => takeKeys(run.concurrencyKeys, used, claim.limitOf))
    .slice(0, claim.limit);
  if (picked.length === 0) return [];
  const leased = tx.db
    .update(jobRuns)
    .set({
      status: "running",
      leaseOwner: claim.owner,
      leaseUntil: leaseEnd(claim.leaseSeconds),
      startedAt: sql`coalesce(${jobRuns.startedAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(
      inArray(
        jobRuns.id,
        picked.map((run) => run.id),
      ),
    );
  tx.withCommit(leased.execute());
  return picked.map(({ id, functionId, event, requestId, attempt, startedAt, parentRunId }) => ({
    ...{ id, functionId, event, requestId, attempt },
    isFresh: startedAt === null,
    isInvoked: parentRunId !== null,
  }));
}

function byAge(a: typeof jobRuns.$inferSelect, b: typeof jobRuns.$inferSelect): number {
  const [at, bt] = [a.runAt ?? a.createdAt, b.runAt ?? b.createdAt];
  return at.getTime() - bt.getTime() || a.createdAt.getTime() - b.createdAt.getTime();
}

async function runningPerKey(tx: SystemTx): Promise<Map<string, number>> {
  const key = sql<string>`unnest(${jobRuns.concurrencyKeys})`;
  const rows = await tx.db
    .select({ key, n: count() })
    .from(jobRuns)
    .where(and(eq(jobRuns.status, "running"), sql`${jobRuns.leaseUntil} >= now()`))
    .groupBy(sql`1`);
  return new Map(rows.map((row) => [row.key, row.n]));
}

function takeKeys(
  keys: readonly string[],
  used: Map<string, number>,
  limitOf: (key: string) => number,
): boolean {
  if (keys.some((key) => (used.get(key) ?? 0) >= limitOf(key))) return false;
  for (const key of keys) used.set(key, (used.get(key) ?? 0) + 1);
  return true;
}

function leaseEnd(seconds: number): SQL {
  return sql`now() + make_interval(secs => ${seconds})`;
}

/** Prolongs the leases of runs that `owner` is working on. */
export async function prolongLeases(
  tx: SystemTx,
  lease: {
    readonly owner: string;
    readonly runIds: readonly string[];
    readonly leaseSeconds: number;
  },
): Promise<void> {
  await tx.db
    .update(jobRuns)
    .set({ leaseUntil: leaseEnd(lease.leaseSeconds) })
    .where(
      and(
        inArray(jobRuns.id, [...lease.runIds]),
        eq(jobRuns.leaseOwner, lease.owner),
        eq(jobRuns.status, "running"),
      ),
    );
}

/** Locks the run's row. Throws LeaseLost when it is no longer `owner`'s. */
export async function lockOwnRun(tx: SystemTx, runId: string, owner: string): Promise<void> {
  const rows = await tx.db
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(and(eq(jobRuns.id, runId), eq(jobRuns.leaseOwner, owner), eq(jobRuns.status, "running")))
    .for("update");
  if (rows.length === 0) throw new LeaseLost(`Run ${runId} is no longer ours.`);
}

/** Gives back the leases of `owner`, or of everyone: only when no other process can be alive. */
export async function releaseLeases(
  tx: SystemTx,
  owner: string | "everyone",
  now: Date,
): Promise<number> {
  const rows = await tx.db
    .update(jobRuns)
    .set({ ...NO_LEASE, status: "queued", runAt: now })
    .where(
      and(
        eq(jobRuns.status, "running"),
        owner === "everyone" ? isNotNull(jobRuns.leaseOwner) : eq(jobRuns.leaseOwner, owner),
      ),
    )
    .returning({ id: jobRuns.id });
  return rows.length;
}

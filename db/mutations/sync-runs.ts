import { and, eq, lt, sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import { connections, syncRuns } from "@/db/schema/connections";
import type { AthleteTx, SystemTx } from "@/db/scope";
import { isUuid, newId } from "@/lib/ids";
import type { FetchedKind } from "@/lib/training/source/fetched-kinds";

type Trigger = (typeof syncRuns.$inferSelect)["trigger"];

/**
 * Begins a try to bring the connection up to date. One that was broken off by the end of its
 * process is closed: there is one at a time. Null when the athlete has no such connection.
 */
export async function beginSyncRun(
  tx: AthleteTx,
  run: { readonly connectionId: string; readonly trigger: Trigger },
  at: Date,
): Promise<string | null> {
  const { connectionId, trigger } = run;
  if (!isUuid(connectionId)) return null;
  const begun = await tx.db.execute(sql`
    with interrupted as (
      update ${syncRuns} set outcome = 'failed', finished_at = ${at.toISOString()}::timestamptz,
        problem_code = 'interrupted', problem = ${INTERRUPTED}
      where ${running(tx, connectionId)}
    )
    insert into ${syncRuns} (id, athlete_id, connection_id, trigger, started_at)
    select ${newId()}, athlete_id, id, ${trigger}, ${at.toISOString()}::timestamptz
    from ${connections} where id = ${connectionId} and athlete_id = ${tx.athleteId}
    returning id`);
  return rows<{ id: string }>(begun)[0]?.id ?? null;
}

const INTERRUPTED =
  "The server was stopped in the middle of it. What was missing came with the next one.";

/** Adds to what the connection's running try has fetched so far. */
export async function countFetched(
  tx: AthleteTx,
  connectionId: string,
  counts: Readonly<Partial<Record<FetchedKind, number>>>,
): Promise<void> {
  const entries = Object.entries(counts).filter(([, n]) => n > 0);
  if (!isUuid(connectionId) || entries.length === 0) return;
  const added = entries.map(
    ([kind, n]) =>
      sql`jsonb_build_object(${kind}::text, coalesce((${syncRuns.counts} ->> ${kind})::int, 0) + ${n}::int)`,
  );
  await tx.db
    .update(syncRuns)
    .set({ counts: sql`${syncRuns.counts} || ${sql.join(added, sql` || `)}` })
    .where(running(tx, connectionId));
}

/** Notes why the connection's running try did not get everything. */
export async function noteSyncProblem(
  tx: AthleteTx,
  connectionId: string,
  found: { readonly code: string; readonly problem: string },
): Promise<void> {
  if (!isUuid(connectionId)) return;
  await tx.db
    .update(syncRuns)
    .set({ problemCode: found.code, problem: found.problem })
    .where(running(tx, connectionId));
}

type Ended = {
  readonly connectionId: string;
  readonly problemCode: string | null;
  readonly problem: string | null;
};

/** Ends a try; the first end stands. Null when it had ended, or is nobody's. */
export async function finishSyncRun(
  tx: AthleteTx,
  runId: string,
  end: { readonly outcome: "done" | "partial" | "failed"; readonly at: Date },
): Promise<Ended | null> {
  if (!isUuid(runId)) return null;
  const isDone = end.outcome === "done";
  const [ended] = await tx.db
    .update(syncRuns)
    .set({
      outcome: end.outcome,
      finishedAt: end.at,
      // A try that failed before it succeeded has no problem any more.
      ...(isDone
        ? { problemCode: unlessKept("problem_code"), problem: unlessKept("problem") }
        : {}),
    })
    .where(
      and(
        eq(syncRuns.athleteId, tx.athleteId),
        eq(syncRuns.id, runId),
        eq(syncRuns.outcome, "running"),
      ),
    )
    .returning({
      connectionId: syncRuns.connectionId,
      problemCode: syncRuns.problemCode,
      problem: syncRuns.problem,
    });
  return ended ?? null;
}

/** What was left out of a whole answer is told all the same. */
function unlessKept(column: "problem_code" | "problem") {
  return sql`case when ${syncRuns.problemCode} = 'left_out' then ${sql.identifier(column)} end`;
}

/** Removes the history of tries before `before`. */
export async function pruneSyncRuns(tx: SystemTx, before: Date): Promise<number> {
  const pruned = await tx.db
    .delete(syncRuns)
    .where(lt(syncRuns.startedAt, before))
    .returning({ id: syncRuns.id });
  return pruned.length;
}

function running(tx: AthleteTx, connectionId: string) {
  return and(
    eq(syncRuns.athleteId, tx.athleteId),
    eq(syncRuns.connectionId, connectionId),
    eq(syncRuns.outcome, "running"),
  );
}

import { and, eq, gt, inArray, lt, ne, or, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { rows } from "@/db/rows";
import { connections, remoteActivities } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

export type ListedActivity = {
  readonly externalId: string;
  readonly startedAt: Date | null;
  readonly title: string | null;
  /** Changes when the vendor's copy does; null when it does not tell. */
  readonly version: string | null;
};

const ofConnection = (tx: AthleteTx, connectionId: string) =>
  and(
    eq(remoteActivities.athleteId, tx.athleteId),
    eq(remoteActivities.connectionId, connectionId),
  );

/**
 * Enters a page of a vendor's list. What is new waits for its file, and so does what the vendor
 * has changed since; the same page again changes nothing. Returns how many are new or changed.
 */
export async function saveRemoteActivities(
  tx: AthleteTx,
  connectionId: string,
  listed: readonly ListedActivity[],
  seenAt: Date,
): Promise<{ readonly added: number }> {
  if (!isUuid(connectionId) || listed.length === 0) return { added: 0 };
  const once = new Map(listed.map((activity) => [activity.externalId, activity]));
  const given = [...once.values()].map(({ externalId, startedAt, title, version }) => ({
    external_id: externalId,
    started_at: startedAt?.toISOString() ?? null,
    title,
    version,
  }));
  const isOther = sql`(excluded.version is not null and ${remoteActivities.version} is not null
    and excluded.version <> ${remoteActivities.version})`;
  const isBack = sql`${remoteActivities.status} = 'removed'`;
  const saved = await tx.db.execute(sql`
    insert into ${remoteActivities}
      (athlete_id, connection_id, external_id, started_at, title, version, seen_at)
    select c.athlete_id, c.id, given.external_id, given.started_at, given.title, given.version,
      ${seenAt.toISOString()}::timestamptz
    from ${connections} c, jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(
      external_id text, started_at timestamptz, title text, version text)
    where c.id = ${connectionId} and c.athlete_id = ${tx.athleteId}
    on conflict (connection_id, external_id) do update set
      started_at = coalesce(excluded.started_at, ${remoteActivities.startedAt}),
      title = coalesce(excluded.title, ${remoteActivities.title}),
      version = coalesce(excluded.version, ${remoteActivities.version}),
      status = case when ${isOther} then 'waiting'
        when ${isBack} and ${remoteActivities.importFileId} is null then 'waiting'
        when ${isBack} then 'fetched' else ${remoteActivities.status} end,
      attempts = case when ${isOther} or ${isBack} then 0 else ${remoteActivities.attempts} end,
      problem = case when ${isOther} or ${isBack} then null else ${remoteActivities.problem} end,
      seen_at = excluded.seen_at
    where ${remoteActivities.athleteId} = ${tx.athleteId}
    returning (xmax = 0) as is_new`);
  return { added: rows<{ is_new: boolean }>(saved).filter((row) => row.is_new).length };
}

/** Has the files of these fetched (again), known or not: the vendor has said that they changed. */
export async function markActivitiesChanged(
  tx: AthleteTx,
  connectionId: string,
  externalIds: readonly string[],
  at: Date,
): Promise<void> {
  if (!isUuid(connectionId) || externalIds.length === 0) return;
  await tx.db.execute(sql`
    insert into ${remoteActivities} (athlete_id, connection_id, external_id, seen_at)
    select c.athlete_id, c.id, given.id, ${at.toISOString()}::timestamptz
    from ${connections} c, jsonb_array_elements_text(${JSON.stringify([...new Set(externalIds)])}::jsonb) as given(id)
    where c.id = ${connectionId} and c.athlete_id = ${tx.athleteId}
    on conflict (connection_id, external_id) do update set
      status = 'waiting', attempts = 0, problem = null, seen_at = excluded.seen_at
    where ${remoteActivities.athleteId} = ${tx.athleteId}`);
}

/**
 * Links an activity with the ledger row of its file. When the vendor has said meanwhile that it
 * changed (it was seen later than `seenAt`), it goes on waiting.
 */
export async function noteActivityFetched(
  tx: AthleteTx,
  connectionId: string,
  fetched: { readonly externalId: string; readonly seenAt: Date; readonly importFileId: string },
  at: Date,
): Promise<void> {
  if (!isUuid(connectionId)) return;
  const isCurrent = sql`${remoteActivities.seenAt} <= ${fetched.seenAt.toISOString()}::timestamptz`;
  await tx.db
    .update(remoteActivities)
    .set({
      status: sql`case when ${isCurrent} then 'fetched' else ${remoteActivities.status} end`,
      importFileId: fetched.importFileId,
      fetchedAt: at,
      problem: null,
    })
    .where(
      and(ofConnection(tx, connectionId), eq(remoteActivities.externalId, fetched.externalId)),
    );
}

/** Notes a try that brought no file: what holds for the activity now, and why. */
export async function noteActivityProblem(
  tx: AthleteTx,
  connectionId: string,
  found: {
    readonly externalId: string;
    readonly status: "waiting" | "no_file" | "failed";
    readonly problem: string;
  },
): Promise<void> {
  if (!isUuid(connectionId)) return;
  const { externalId, status, problem } = found;
  await tx.db
    .update(remoteActivities)
    .set({ status, problem, attempts: sql`${remoteActivities.attempts} + 1` })
    .where(and(ofConnection(tx, connectionId), eq(remoteActivities.externalId, externalId)));
}

/** An empty answer is no proof that there is no file: so often it is asked for, a sync apart. */
const MOST_EMPTY_ANSWERS = 3;

/** Gives those that were given up another try. */
export async function retryFailedActivities(tx: AthleteTx, connectionId: string): Promise<number> {
  if (!isUuid(connectionId)) return 0;
  const again = await retryStatement(tx.db).execute({ athleteId: tx.athleteId, connectionId });
  return again.length;
}

const retryStatement = prepared("formline_retry_activities", (db) =>
  db
    .update(remoteActivities)
    .set({ status: "waiting" })
    .where(
      and(
        eq(remoteActivities.athleteId, sql.placeholder("athleteId")),
        eq(remoteActivities.connectionId, sql.placeholder("connectionId")),
        or(
          eq(remoteActivities.status, "failed"),
          and(
            eq(remoteActivities.status, "no_file"),
            lt(remoteActivities.attempts, MOST_EMPTY_ANSWERS),
          ),
        ),
      ),
    )
    .returning({ externalId: remoteActivities.externalId }),
);

/** Marks activities that the vendor has no more; returns those that were there until now. */
export async function markActivitiesRemoved(
  tx: AthleteTx,
  connectionId: string,
  gone:
    | { readonly externalIds: readonly string[] }
    /** Started after `startedAfter`, and missing in the list that was begun at `listedAt`. */
    | { readonly startedAfter: Date; readonly listedAt: Date },
  problem: string,
): Promise<string[]> {
  if (!isUuid(connectionId)) return [];
  if ("externalIds" in gone && gone.externalIds.length === 0) return [];
  const which =
    "externalIds" in gone
      ? inArray(remoteActivities.externalId, [...gone.externalIds])
      : and(
          gt(remoteActivities.startedAt, gone.startedAfter),
          lt(remoteActivities.seenAt, gone.listedAt),
        );
  const removed = await tx.db
    .update(remoteActivities)
    .set({ status: "removed", problem })
    .where(and(ofConnection(tx, connectionId), ne(remoteActivities.status, "removed"), which))
    .returning({ externalId: remoteActivities.externalId });
  return removed.map((row) => row.externalId);
}

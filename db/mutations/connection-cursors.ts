import { and, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import type { CursorPosition } from "@/db/queries/connection-cursor";
import { rows } from "@/db/rows";
import { connectionCursors, connections } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { isUuid } from "@/lib/ids";

/** Moves a kind of data of the athlete's connection on; nothing when there is no such connection. */
export async function moveCursor(
  tx: AthleteTx,
  { connectionId, kind }: { readonly connectionId: string; readonly kind: string },
  position: CursorPosition,
  at: Date,
): Promise<void> {
  if (!isUuid(connectionId)) return;
  await tx.db.execute(sql`
    insert into ${connectionCursors} (athlete_id, connection_id, kind, position, last_success_at)
    select athlete_id, id, ${kind}, ${JSON.stringify(position)}::jsonb, ${at.toISOString()}::timestamptz
    from ${connections} where id = ${connectionId} and athlete_id = ${tx.athleteId}
    on conflict (connection_id, kind) do update
      set position = excluded.position, last_success_at = excluded.last_success_at`);
}

const CHANGES = "changes";

/**
 * Remembers that numbers from `fromDay` on are old, in the transaction of what made them so: a
 * process that is killed before it works them out again leaves that to the next.
 */
export async function noteChangedFrom(
  tx: AthleteTx,
  connectionId: string,
  fromDay: LocalDate,
): Promise<void> {
  if (!isUuid(connectionId)) return;
  const before = sql`${connectionCursors.position} ->> 'fromDay'`;
  const at = sql`extract(epoch from clock_timestamp())`;
  await tx.db.execute(sql`
    insert into ${connectionCursors} (athlete_id, connection_id, kind, position)
    select athlete_id, id, ${CHANGES}, jsonb_build_object('fromDay', ${fromDay}::text, 'at', ${at})
    from ${connections} where id = ${connectionId} and athlete_id = ${tx.athleteId}
    on conflict (connection_id, kind) do update
      set position = jsonb_build_object('fromDay', least(${before}, ${fromDay}::text), 'at', ${at})
      where ${connectionCursors.athleteId} = ${tx.athleteId}`);
}

/** What was noted until `asOf` (`changedFrom`) has been worked out; what came since stays. */
export async function clearChanged(tx: AthleteTx, asOf: number): Promise<void> {
  await clearStatement(tx.db).execute({ athleteId: tx.athleteId, asOf });
}

const clearStatement = prepared("formline_clear_changed", (db) =>
  db
    .delete(connectionCursors)
    .where(
      and(
        eq(connectionCursors.athleteId, sql.placeholder("athleteId")),
        eq(connectionCursors.kind, CHANGES),
        sql`(${connectionCursors.position} ->> 'at')::float8 <= ${sql.placeholder("asOf")}::float8`,
      ),
    ),
);

const RENEWAL = "renewal";

/**
 * Claims the right to renew a connection's tokens until `until`, by the database's clock. False
 * while another one holds it: two that renew at once would make each other's tokens void.
 */
export async function claimRenewal(
  tx: AthleteTx,
  connectionId: string,
  claim: { readonly owner: string; readonly seconds: number },
): Promise<boolean> {
  if (!isUuid(connectionId)) return false;
  const until = sql`extract(epoch from clock_timestamp()) + ${claim.seconds}::int`;
  const statement = tx.db.execute(sql`
    insert into ${connectionCursors} (athlete_id, connection_id, kind, position)
    select athlete_id, id, ${RENEWAL}, jsonb_build_object('owner', ${claim.owner}::text, 'until', ${until})
    from ${connections} where id = ${connectionId} and athlete_id = ${tx.athleteId}
    on conflict (connection_id, kind) do update set position = excluded.position
      where ${connectionCursors.athleteId} = ${tx.athleteId}
        and ((${connectionCursors.position} ->> 'until')::float8 < extract(epoch from clock_timestamp())
          or ${connectionCursors.position} ->> 'owner' = ${claim.owner}::text)
    returning kind`);
  // Sent at once and not when it is waited for: who asks next is to see what it waited for.
  return rows(await statement.execute()).length > 0;
}

/** Gives the right back, if `owner` still has it. */
export async function releaseRenewal(
  tx: AthleteTx,
  connectionId: string,
  owner: string,
): Promise<void> {
  if (!isUuid(connectionId)) return;
  await releaseStatement(tx.db).execute({ athleteId: tx.athleteId, connectionId, owner });
}

const releaseStatement = prepared("formline_release_renewal", (db) =>
  db
    .delete(connectionCursors)
    .where(
      and(
        eq(connectionCursors.athleteId, sql.placeholder("athleteId")),
        eq(connectionCursors.connectionId, sql.placeholder("connectionId")),
        eq(connectionCursors.kind, RENEWAL),
        sql`${connectionCursors.position} ->> 'owner' = ${sql.placeholder("owner")}`,
      ),
    ),
);

import { and, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { connectionCursors } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { isUuid } from "@/lib/ids";

export type CursorPosition = Readonly<Record<string, string | number | boolean | null>>;

/** How far a kind of data of a connection has come; null before its first part. */
export async function connectionCursor(
  tx: AthleteTx,
  connectionId: string,
  kind: string,
): Promise<CursorPosition | null> {
  if (!isUuid(connectionId)) return null;
  const [found] = await tx.db
    .select({ position: connectionCursors.position })
    .from(connectionCursors)
    .where(
      and(
        eq(connectionCursors.athleteId, tx.athleteId),
        eq(connectionCursors.connectionId, connectionId),
        eq(connectionCursors.kind, kind),
      ),
    );
  return found?.position ?? null;
}

/** The same of every kind of the connection that has one. */
export async function connectionCursorsOf(
  tx: AthleteTx,
  connectionId: string,
): Promise<ReadonlyMap<string, CursorPosition | null>> {
  if (!isUuid(connectionId)) return new Map();
  const named = { athleteId: tx.athleteId, connectionId };
  const found = await cursorsStatement(tx.db).execute(named);
  return new Map(found.map((cursor) => [cursor.kind, cursor.position]));
}

const cursorsStatement = prepared("formline_connection_cursors", (db) =>
  db
    .select({ kind: connectionCursors.kind, position: connectionCursors.position })
    .from(connectionCursors)
    .where(
      and(
        eq(connectionCursors.athleteId, sql.placeholder("athleteId")),
        eq(connectionCursors.connectionId, sql.placeholder("connectionId")),
      ),
    ),
);

/**
 * From which day on numbers are old because of what connections brought, and when that was noted
 * last (Unix seconds, the database's clock); null when none is.
 */
export async function changedFrom(
  tx: AthleteTx,
): Promise<{ readonly fromDay: LocalDate; readonly asOf: number } | null> {
  const [found] = await changesStatement(tx.db).execute({ athleteId: tx.athleteId });
  const { fromDay = null, asOf = null } = found ?? {};
  return fromDay === null ? null : { fromDay, asOf: Number(asOf) };
}

const { position } = connectionCursors;

const changesStatement = prepared("formline_changed_from", (db) =>
  db
    .select({
      fromDay: sql<LocalDate | null>`min(${position} ->> 'fromDay')`,
      asOf: sql<number | null>`max((${position} ->> 'at')::float8)`,
    })
    .from(connectionCursors)
    .where(
      and(
        eq(connectionCursors.athleteId, sql.placeholder("athleteId")),
        eq(connectionCursors.kind, "changes"),
      ),
    ),
);

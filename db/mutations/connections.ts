import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { connections } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid, newId } from "@/lib/ids";
import type { Provider } from "@/lib/training/source/providers";

type Row = typeof connections.$inferInsert;

/** What is known of an account that was just signed in to. */
export type ConnectedAccount = {
  readonly provider: Provider;
  readonly label: string;
  readonly externalAccountId: string | null;
  readonly scopes: readonly string[];
  readonly credentialsExpireAt: Date | null;
  readonly nextSyncAt: Date;
};

const own = (tx: AthleteTx, connectionId: string) =>
  and(eq(connections.athleteId, tx.athleteId), eq(connections.id, connectionId));

/**
 * The athlete's connection with the account, made or made anew: with the vendor there is one,
 * and what it had fetched stays. Its credentials are saved apart, sealed for its id.
 */
export async function saveConnection(
  tx: AthleteTx,
  { scopes, ...account }: ConnectedAccount,
  at: Date,
): Promise<{ readonly id: string }> {
  const values = {
    ...account,
    scopes: [...scopes],
    status: "connected",
    connectedAt: at,
    problemCode: null,
    problem: null,
  } as const satisfies Omit<Row, "athleteId">;
  const known = await sameCalendar(tx, account, values);
  if (known) return known;
  const [row] = await tx.db
    .insert(connections)
    .values({ ...values, id: newId(), athleteId: tx.athleteId })
    .onConflictDoUpdate({
      target: [connections.athleteId, connections.provider],
      targetWhere: sql`provider <> 'calendar'`,
      set: values,
    })
    .returning({ id: connections.id });
  if (!row) throw notFound("This connection");
  return row;
}

/** There may be several calendars, but each of them once. */
async function sameCalendar(
  tx: AthleteTx,
  { provider, externalAccountId }: Pick<ConnectedAccount, "provider" | "externalAccountId">,
  values: Omit<typeof connections.$inferInsert, "athleteId">,
): Promise<{ readonly id: string } | undefined> {
  if (provider !== "calendar" || externalAccountId === null) return undefined;
  const [known] = await tx.db
    .update(connections)
    .set(values)
    .where(
      and(
        eq(connections.athleteId, tx.athleteId),
        eq(connections.provider, provider),
        eq(connections.externalAccountId, externalAccountId),
      ),
    )
    .returning({ id: connections.id });
  return known;
}

/** Replaces what the connection signs in with. Throws "not_found" for one that is no more. */
export async function saveCredentials(
  tx: AthleteTx,
  connectionId: string,
  sealed: Uint8Array,
): Promise<void> {
  if (!isUuid(connectionId)) throw notFound("This connection");
  const saved = await tx.db
    .update(connections)
    .set({ credentials: sealed })
    .where(own(tx, connectionId))
    .returning({ id: connections.id });
  if (saved.length === 0) throw notFound("This connection");
}

export type ConnectionChanges = Partial<
  Pick<Row, "status" | "scopes" | "lastSuccessAt" | "nextSyncAt">
>;

/** Changes the fields that are given. False when the athlete has no such connection. */
export async function updateConnection(
  tx: AthleteTx,
  connectionId: string,
  changes: ConnectionChanges,
): Promise<boolean> {
  if (!isUuid(connectionId)) return false;
  const changed = await tx.db
    .update(connections)
    .set(changes)
    .where(own(tx, connectionId))
    .returning({ id: connections.id });
  return changed.length > 0;
}

/**
 * Notes what is wrong with a connection; null when all is well again. True when that was not
 * what stood there before, so that somebody is told once.
 */
export async function noteProblem(
  tx: AthleteTx,
  connectionId: string,
  found: { readonly code: string; readonly problem: string } | null,
): Promise<boolean> {
  if (!isUuid(connectionId)) return false;
  const code = found?.code ?? null;
  const isOther =
    code === null
      ? sql`${connections.problemCode} is not null`
      : or(isNull(connections.problemCode), ne(connections.problemCode, code));
  const changed = await tx.db
    .update(connections)
    .set({ problemCode: code, problem: found?.problem ?? null })
    .where(and(own(tx, connectionId), isOther))
    .returning({ id: connections.id });
  return changed.length > 0;
}

/** Takes the connection away with its history; what it brought stays. False when there was none. */
export async function deleteConnection(tx: AthleteTx, connectionId: string): Promise<boolean> {
  if (!isUuid(connectionId)) return false;
  const deleted = await tx.db
    .delete(connections)
    .where(own(tx, connectionId))
    .returning({ id: connections.id });
  return deleted.length > 0;
}

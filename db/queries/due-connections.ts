import { and, asc, eq, inArray, isNotNull, lte } from "drizzle-orm";
import { connections } from "@/db/schema/connections";
import type { SystemTx } from "@/db/scope";
import type { AthleteId } from "@/lib/ids";
import type { Provider } from "@/lib/training/source/providers";

export type DueConnection = {
  readonly id: string;
  readonly athleteId: AthleteId;
  readonly provider: Provider;
};

const due = {
  id: connections.id,
  athleteId: connections.athleteId,
  provider: connections.provider,
};

/**
 * Connections whose next sync has come, the longest due first, locked until the end of the
 * transaction; those that another process has locked are left to it.
 */
export async function dueConnections(
  tx: SystemTx,
  now: Date,
  limit: number,
): Promise<DueConnection[]> {
  return tx.db
    .select(due)
    .from(connections)
    .where(and(eq(connections.status, "connected"), lte(connections.nextSyncAt, now)))
    .orderBy(asc(connections.nextSyncAt))
    .limit(limit)
    .for("update", { skipLocked: true });
}

/** The connections that a vendor's message is about. */
export async function connectionsOfAccounts(
  tx: SystemTx,
  provider: Provider,
  accountIds: readonly string[],
): Promise<(DueConnection & { readonly accountId: string })[]> {
  if (accountIds.length === 0) return [];
  const found = await tx.db
    .select({ ...due, accountId: connections.externalAccountId })
    .from(connections)
    .where(
      and(
        eq(connections.provider, provider),
        inArray(connections.externalAccountId, [...accountIds]),
      ),
    );
  return found.flatMap(({ accountId, ...rest }) =>
    accountId === null ? [] : [{ ...rest, accountId }],
  );
}

/** Connections whose key ends before `before`, the first to end first. */
export async function expiringConnections(
  tx: SystemTx,
  before: Date,
  limit: number,
): Promise<(DueConnection & { readonly expireAt: Date | null })[]> {
  return tx.db
    .select({ ...due, expireAt: connections.credentialsExpireAt })
    .from(connections)
    .where(
      and(
        eq(connections.status, "connected"),
        isNotNull(connections.credentialsExpireAt),
        lte(connections.credentialsExpireAt, before),
      ),
    )
    .orderBy(asc(connections.credentialsExpireAt))
    .limit(limit);
}

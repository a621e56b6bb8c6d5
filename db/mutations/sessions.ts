import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { authSessions, users } from "@/db/schema";
import type { SystemTx } from "@/db/scope";
import type { SessionId, UserId } from "@/lib/ids";

/** Ended sessions are kept for a while: they answer "was that me?". */
const KEEP_ENDED_DAYS = 30;

export type NewSession = {
  readonly userId: UserId;
  readonly now: Date;
  readonly idleExpiresAt: Date;
  readonly absoluteExpiresAt: Date;
  readonly userAgent: string | null;
  readonly addressPrefix: string | null;
};

export async function insertSession(tx: SystemTx, session: NewSession): Promise<SessionId> {
  const { now, ...rest } = session;
  const [row] = await tx.db
    .insert(authSessions)
    .values({ ...rest, createdAt: now, lastSeenAt: now, reauthenticatedAt: now })
    .returning({ id: authSessions.id });
  if (!row) throw new Error("The session was not stored.");
  return row.id;
}

/** Moves the idle limit on; never past the absolute one. */
export async function extendSession(
  tx: SystemTx,
  sessionId: SessionId,
  now: Date,
  idleExpiresAt: Date,
): Promise<void> {
  await tx.db
    .update(authSessions)
    .set({
      lastSeenAt: now,
      idleExpiresAt: sql`least(${idleExpiresAt.toISOString()}::timestamptz, ${authSessions.absoluteExpiresAt})`,
    })
    .where(and(eq(authSessions.id, sessionId), isNull(authSessions.revokedAt)));
}

/** True when the session was the user's and still open. */
export async function revokeSession(
  tx: SystemTx,
  userId: UserId,
  sessionId: SessionId,
  now: Date,
): Promise<boolean> {
  const revoked = await tx.db
    .update(authSessions)
    .set({ revokedAt: now })
    .where(
      and(
        eq(authSessions.id, sessionId),
        eq(authSessions.userId, userId),
        isNull(authSessions.revokedAt),
      ),
    )
    .returning({ id: authSessions.id });
  return revoked.length > 0;
}

/** Ends every session of the user at once, also those whose rows were never seen. */
export async function revokeAllSessions(
  tx: SystemTx,
  userId: UserId,
  now: Date,
): Promise<{ readonly epoch: number }> {
  const [row] = await tx.db
    .update(users)
    .set({ sessionEpoch: sql`${users.sessionEpoch} + 1` })
    .where(eq(users.id, userId))
    .returning({ epoch: users.sessionEpoch });
  if (!row) throw new Error("The user does not exist.");
  await tx.db
    .update(authSessions)
    .set({ revokedAt: now })
    .where(and(eq(authSessions.userId, userId), isNull(authSessions.revokedAt)));
  return row;
}

/** Removes sessions that ended at least `KEEP_ENDED_DAYS` ago; returns how many. */
export async function pruneSessions(tx: SystemTx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_ENDED_DAYS * 86_400_000);
  const gone = await tx.db
    .delete(authSessions)
    .where(
      or(
        lt(authSessions.revokedAt, before),
        lt(authSessions.idleExpiresAt, before),
        lt(authSessions.absoluteExpiresAt, before),
      ),
    )
    .returning({ id: authSessions.id });
  return gone.length;
}

import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { athletes, authSessions, users } from "@/db/schema";
import type { SystemTx } from "@/db/scope";
import type { AthleteId, SessionId, UserId } from "@/lib/ids";
import { isUuid } from "@/lib/ids";
import { rows } from "../rows";

/** Lower-cased and trimmed: the form in which addresses are compared. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

const sessionAthlete = {
  id: athletes.id,
  displayName: athletes.displayName,
  timeZone: athletes.timeZone,
  units: athletes.units,
  firstWeekday: athletes.firstWeekday,
  mainSport: athletes.mainSport,
};

export type LiveSession = {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: "athlete" | "coach" | "admin";
  readonly isDemo: boolean;
  readonly lastSeenAt: Date;
  readonly reauthenticatedAt: Date;
  /** Null for an account that follows no training of its own. */
  readonly athlete: {
    readonly id: AthleteId;
    readonly displayName: string;
    readonly timeZone: string;
    readonly units: "metric" | "imperial";
    readonly firstWeekday: number;
    readonly mainSport: "cycling" | "running" | "swimming";
  } | null;
};

/**
 * The session that a cookie claims, if it is live at `now`. One statement by primary key,
 * because every request begins with it.
 */
export async function findLiveSession(
  tx: SystemTx,
  claims: { readonly userId: UserId; readonly sessionId: SessionId; readonly epoch: number },
  now: Date,
): Promise<LiveSession | null> {
  const { sessionId, userId, epoch } = claims;
  const [row] = await sessionStatement(tx.db).execute({
    sessionId,
    userId,
    epoch,
    now: now.toISOString(),
  });
  return row ?? null;
}

const NOW = sql`${sql.placeholder("now")}::timestamptz`;

const sessionStatement = prepared("formline_session", (db) =>
  db
    .select({
      sessionId: authSessions.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      isDemo: users.isDemo,
      lastSeenAt: authSessions.lastSeenAt,
      reauthenticatedAt: authSessions.reauthenticatedAt,
      athlete: sessionAthlete,
    })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .leftJoin(athletes, eq(athletes.userId, users.id))
    .where(
      and(
        eq(authSessions.id, sql.placeholder("sessionId")),
        eq(users.id, sql.placeholder("userId")),
        eq(users.sessionEpoch, sql.placeholder("epoch")),
        isNull(authSessions.revokedAt),
        gt(authSessions.idleExpiresAt, NOW),
        gt(authSessions.absoluteExpiresAt, NOW),
      ),
    )
    .limit(1),
);

const identity = {
  userId: users.id,
  email: users.email,
  passwordHash: users.passwordHash,
  sessionEpoch: users.sessionEpoch,
};

export type Identity = {
  readonly userId: UserId;
  readonly email: string;
  /** Null for an account that cannot sign in with a password. */
  readonly passwordHash: string | null;
  readonly sessionEpoch: number;
};

export async function findIdentityByEmail(tx: SystemTx, email: string): Promise<Identity | null> {
  const [row] = await tx.db
    .select(identity)
    .from(users)
    .where(eq(users.emailKey, emailKey(email)))
    .limit(1);
  return row ?? null;
}

export async function findIdentityById(tx: SystemTx, userId: UserId): Promise<Identity | null> {
  const [row] = await tx.db.select(identity).from(users).where(eq(users.id, userId)).limit(1);
  return row ?? null;
}

export type AthleteIdentity = {
  readonly id: AthleteId;
  readonly userId: UserId;
  readonly timeZone: string;
};

const athleteIdentity = { id: athletes.id, userId: athletes.userId, timeZone: athletes.timeZone };

export async function findAthleteById(
  tx: SystemTx,
  athleteId: string,
): Promise<AthleteIdentity | null> {
  if (!isUuid(athleteId)) return null;
  const [row] = await identityStatement(tx.db).execute({ athleteId });
  return row ?? null;
}

const identityStatement = prepared("formline_athlete_identity", (db) =>
  db
    .select(athleteIdentity)
    .from(athletes)
    .where(eq(athletes.id, sql.placeholder("athleteId")))
    .limit(1),
);

export async function findAthleteByEmail(
  tx: SystemTx,
  email: string,
): Promise<AthleteIdentity | null> {
  const [row] = await tx.db
    .select(athleteIdentity)
    .from(athletes)
    .innerJoin(users, eq(users.id, athletes.userId))
    .where(eq(users.emailKey, emailKey(email)))
    .limit(1);
  return row ?? null;
}

export type SessionSummary = {
  readonly sessionId: SessionId;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string | null;
  readonly addressPrefix: string | null;
};

/** The sessions of a user that are live at `now`, the most recently used first. */
export async function listLiveSessions(
  tx: SystemTx,
  userId: UserId,
  now: Date,
): Promise<SessionSummary[]> {
  return tx.db
    .select({
      sessionId: authSessions.id,
      createdAt: authSessions.createdAt,
      lastSeenAt: authSessions.lastSeenAt,
      userAgent: authSessions.userAgent,
      addressPrefix: authSessions.addressPrefix,
    })
    .from(authSessions)
    .where(
      and(
        eq(authSessions.userId, userId),
        isNull(authSessions.revokedAt),
        gt(authSessions.idleExpiresAt, now),
        gt(authSessions.absoluteExpiresAt, now),
      ),
    )
    .orderBy(desc(authSessions.lastSeenAt));
}

export type UserSummary = {
  readonly userId: UserId;
  readonly athleteId: AthleteId | null;
  readonly email: string;
  readonly name: string;
  readonly role: "athlete" | "coach" | "admin";
  readonly isDemo: boolean;
  readonly createdAt: Date;
};

/** Every account, oldest first; for `user list` on the command line. */
export async function listUsers(tx: SystemTx): Promise<UserSummary[]> {
  return tx.db
    .select({
      userId: users.id,
      athleteId: athletes.id,
      email: users.email,
      name: users.name,
      role: users.role,
      isDemo: users.isDemo,
      createdAt: users.createdAt,
    })
    .from(users)
    .leftJoin(athletes, eq(athletes.userId, users.id))
    .orderBy(users.createdAt, users.id);
}

/** Answers when the database does. */
export async function ping(tx: SystemTx): Promise<void> {
  await tx.db.execute(sql`select 1`);
}

/** The tag of the newest migration that was applied; null on a database without any. */
export async function newestMigration(tx: SystemTx): Promise<string | null> {
  const result = await tx.db.execute(
    sql`select tag from formline_migrations order by position desc limit 1`,
  );
  return rows<{ tag: string }>(result)[0]?.tag ?? null;
}

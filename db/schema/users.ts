import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { SessionId, UserId } from "@/lib/ids";
import { instantColumn as instant } from "./instant";

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey().defaultRandom().$type<UserId>(),
    /** As typed; looked up by `email_key`. */
    email: text().notNull(),
    /** Lower-cased and trimmed. */
    emailKey: text().notNull(),
    name: text().notNull(),
    passwordHash: text(),
    role: text({ enum: ["athlete", "coach", "admin"] })
      .notNull()
      .default("athlete"),
    /** Raised to end every session at once. */
    sessionEpoch: integer().notNull().default(0),
    isDemo: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex("users_email_key").on(t.emailKey)],
);

/** One row per signed-in browser; the cookie alone proves nothing. */
export const authSessions = pgTable(
  "auth_sessions",
  {
    id: uuid().primaryKey().defaultRandom().$type<SessionId>(),
    userId: uuid()
      .notNull()
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant().notNull().defaultNow(),
    lastSeenAt: instant().notNull().defaultNow(),
    idleExpiresAt: instant().notNull(),
    absoluteExpiresAt: instant().notNull(),
    reauthenticatedAt: instant().notNull().defaultNow(),
    userAgent: text(),
    addressPrefix: text(),
    revokedAt: instant(),
  },
  (t) => [index("auth_sessions_user").on(t.userId)],
);

/** Append-only; never holds health data or secrets. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: uuid().primaryKey().defaultRandom(),
    at: instant().notNull().defaultNow(),
    userId: uuid().$type<UserId>(),
    event: text().notNull(),
    outcome: text({ enum: ["ok", "failed", "denied"] }).notNull(),
    addressPrefix: text(),
    requestId: text(),
  },
  (t) => [index("audit_log_user_at").on(t.userId, t.at)],
);

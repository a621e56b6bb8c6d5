import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { PROVIDERS } from "@/lib/training/source/providers";
import { athleteId, bytea, createdAt, id, instant, ownRowsOnly } from "./columns";
import { importFiles } from "./imports";

export const CONNECTION_STATUSES = ["connected", "needs_reconnect", "paused"] as const;

/** An account of the athlete with a vendor, or a calendar feed. */
export const connections = pgTable(
  "connections",
  {
    id: id(),
    athleteId: athleteId(),
    provider: text({ enum: PROVIDERS }).notNull(),
    /** What the athlete knows it by: the account's or the calendar's name. */
    label: text().notNull(),
    /** The vendor's id of the account, for its webhooks. */
    externalAccountId: text(),
    status: text({ enum: CONNECTION_STATUSES }).notNull().default("connected"),
    /** Tokens or keys, sealed with the athlete's key; null once they were given up. */
    credentials: bytea(),
    /** When the athlete has to act (a key runs out), not when an access token is refreshed. */
    credentialsExpireAt: instant(),
    /** What the athlete has allowed there, in the vendor's words. */
    scopes: jsonb().$type<string[]>().notNull().default([]),
    connectedAt: createdAt(),
    lastSuccessAt: instant(),
    nextSyncAt: instant(),
    /** Stable, for tests and the interface's icon; null when all is well. */
    problemCode: text(),
    /** One sentence: what failed and the way to mend it. */
    problem: text(),
  },
  (t) => [
    uniqueIndex("connections_one_per_provider")
      .on(t.athleteId, t.provider)
      .where(sql`provider <> 'calendar'`),
    index("connections_athlete").on(t.athleteId),
    index("connections_due").on(t.nextSyncAt),
    index("connections_account").on(t.provider, t.externalAccountId),
    ownRowsOnly(),
  ],
);

const connectionId = () =>
  uuid()
    .notNull()
    .references(() => connections.id, { onDelete: "cascade" });

/** How far a kind of data has been fetched: "activities", "wellness", their backfills, "calendar". */
export const connectionCursors = pgTable(
  "connection_cursors",
  {
    athleteId: athleteId(),
    connectionId: connectionId(),
    kind: text().notNull(),
    /** What the kind needs to go on; null before the first part. */
    position: jsonb().$type<Record<string, string | number | boolean | null>>(),
    lastSuccessAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.connectionId, t.kind] }),
    index("connection_cursors_athlete").on(t.athleteId),
    ownRowsOnly(),
  ],
);

export const SYNC_TRIGGERS = [
  "connected",
  "schedule",
  "morning",
  "opened",
  "asked",
  "webhook",
] as const;

/** One try to bring a connection up to date: the history that the athlete sees. */
export const syncRuns = pgTable(
  "sync_runs",
  {
    id: id(),
    athleteId: athleteId(),
    connectionId: connectionId(),
    trigger: text({ enum: SYNC_TRIGGERS }).notNull(),
    outcome: text({ enum: ["running", "done", "partial", "failed"] })
      .notNull()
      .default("running"),
    /** What was fetched: "activities", "nights", "days", … */
    counts: jsonb().$type<Record<string, number>>().notNull().default({}),
    problemCode: text(),
    problem: text(),
    startedAt: createdAt(),
    finishedAt: instant(),
  },
  (t) => [
    index("sync_runs_connection").on(t.connectionId, t.startedAt),
    index("sync_runs_athlete").on(t.athleteId),
    ownRowsOnly(),
  ],
);

/** What a vendor has of the athlete's activities, each once, and what became of it here. */
export const remoteActivities = pgTable(
  "remote_activities",
  {
    athleteId: athleteId(),
    connectionId: connectionId(),
    externalId: text().notNull(),
    startedAt: instant(),
    title: text(),
    /** Changes when the vendor's copy does: then it is fetched again. */
    version: text(),
    status: text({ enum: ["waiting", "fetched", "no_file", "failed", "removed"] })
      .notNull()
      .default("waiting"),
    attempts: integer().notNull().default(0),
    problem: text(),
    importFileId: uuid().references(() => importFiles.id, { onDelete: "set null" }),
    seenAt: createdAt(),
    fetchedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.connectionId, t.externalId] }),
    index("remote_activities_waiting")
      .on(t.connectionId, t.startedAt)
      .where(sql`status = 'waiting'`),
    index("remote_activities_athlete").on(t.athleteId),
    index("remote_activities_import_file").on(t.importFileId),
    ownRowsOnly(),
  ],
);

/** When the athlete is busy by a calendar; what with is not kept. */
export const busyTimes = pgTable(
  "busy_times",
  {
    athleteId: athleteId(),
    connectionId: connectionId(),
    /** Of the event in its feed; recurring ones share it. */
    uid: text().notNull(),
    startAt: instant().notNull(),
    endAt: instant().notNull(),
    isAllDay: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.connectionId, t.uid, t.startAt] }),
    index("busy_times_athlete").on(t.athleteId, t.startAt),
    ownRowsOnly(),
  ],
);

/** The athlete's own key, wrapped by a key of the ring; what it seals is nothing without it. */
export const athleteKeys = pgTable(
  "athlete_keys",
  {
    athleteId: athleteId().primaryKey(),
    wrappedKey: bytea().notNull(),
    /** Which key of the ring wraps it. */
    ringKeyId: text().notNull(),
    createdAt: createdAt(),
    rotatedAt: instant(),
  },
  () => [ownRowsOnly()],
);

/** A way to a vendor's consent page that has not come back yet. */
export const oauthAttempts = pgTable(
  "oauth_attempts",
  {
    /** Of the state that the vendor gives back; the state itself is known to the browser only. */
    stateHash: text().primaryKey(),
    athleteId: athleteId(),
    provider: text({ enum: PROVIDERS }).notNull(),
    /** The PKCE verifier, sealed. */
    verifier: bytea().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (t) => [index("oauth_attempts_athlete").on(t.athleteId), ownRowsOnly()],
);

/** A vendor's message, kept until it has been worked off; the row without its body for a while longer. */
export const webhookReceipts = pgTable(
  "webhook_receipts",
  {
    id: id(),
    provider: text({ enum: PROVIDERS }).notNull(),
    /** The same message again is the same receipt. */
    dedupKey: text().notNull(),
    /** Sealed with the ring; null once worked off. */
    body: bytea(),
    byteLength: integer().notNull(),
    /** How often it came. */
    deliveries: integer().notNull().default(1),
    status: text({ enum: ["waiting", "done", "ignored", "failed"] })
      .notNull()
      .default("waiting"),
    problem: text(),
    receivedAt: createdAt(),
    finishedAt: instant(),
  },
  (t) => [
    uniqueIndex("webhook_receipts_dedup").on(t.provider, t.dedupKey),
    index("webhook_receipts_received").on(t.receivedAt),
  ],
);

/** What holds for a vendor as a whole, in all processes: its breaker and its rate budget. */
export const providerStates = pgTable("provider_states", {
  /** The language model's has no connections. */
  provider: text({ enum: [...PROVIDERS, "anthropic"] }).primaryKey(),
  breaker: text({ enum: ["closed", "open", "half_open"] })
    .notNull()
    .default("closed"),
  /** When a call may be tried again; null while closed. */
  retryAt: instant(),
  /** Calls used and allowed per window, as the vendor's headers said last. */
  budget: jsonb().$type<Record<string, { used: number; limit: number; resetsAt: string }>>(),
  updatedAt: instant().notNull().defaultNow(),
});

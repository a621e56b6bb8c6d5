import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Sport } from "@/lib/training/activity/sports";
import { athleteId, bytea, createdAt, id, instant, ownRowsOnly } from "./columns";

/** What a list that came along (an export's index) says of a file beside what is in it. */
export type FileHints = {
  readonly title?: string;
  /** The athlete's own words about it. */
  readonly remark?: string;
  /** 1-10. */
  readonly rpe?: number;
  readonly sport?: Sport;
};

export const BATCH_ORIGINS = ["upload", "command_line", "watched_folder", "demo", "sync"] as const;

/** What was handed over in one go: one drop, one command. */
export const importBatches = pgTable(
  "import_batches",
  {
    id: id(),
    athleteId: athleteId(),
    origin: text({ enum: BATCH_ORIGINS }).notNull(),
    status: text({ enum: ["receiving", "running", "paused", "finished"] }).notNull(),
    createdAt: createdAt(),
    finishedAt: instant(),
  },
  (t) => [index("import_batches_athlete").on(t.athleteId, t.createdAt), ownRowsOnly()],
);

export const SOURCE_KINDS = [
  "fit",
  "tcx",
  "gpx",
  "garmin_json",
  "apple_health",
  "strava_json",
] as const;

/** The original bytes, kept as they came (deflated), once per content. */
export const sourceFiles = pgTable(
  "source_files",
  {
    id: id(),
    athleteId: athleteId(),
    sha256: text().notNull(),
    kind: text({ enum: SOURCE_KINDS }).notNull(),
    byteLength: integer().notNull(),
    /** Raw deflate of the original. */
    content: bytea().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("source_files_content").on(t.athleteId, t.sha256),
    index("source_files_athlete").on(t.athleteId),
    ownRowsOnly(),
  ],
);

export const IMPORT_STATUSES = ["waiting", "imported", "duplicate", "partial", "rejected"] as const;

/** The import ledger: one row for every file, also those inside archives. */
export const importFiles = pgTable(
  "import_files",
  {
    id: id(),
    athleteId: athleteId(),
    batchId: uuid()
      .notNull()
      .references(() => importBatches.id, { onDelete: "cascade" }),
    /** Order within the batch. */
    position: integer().notNull(),
    /** Name as given; inside an archive "archive.zip › inner.fit". Shown, never used as a path. */
    name: text().notNull(),
    byteLength: integer().notNull(),
    /** Where the received bytes wait: a key of the spool, until the file has its outcome. */
    spoolKey: text(),
    /** When it was recorded, by a glance at its beginning; newest are read first. Null: not told. */
    recordedAt: instant(),
    hints: jsonb().$type<FileHints>(),
    /** Path, size and time of change of the watched folder's file that it is, or came out of. */
    watchedKey: text(),
    status: text({ enum: IMPORT_STATUSES }).notNull().default("waiting"),
    /** Stable code for tests and the interface's icon; null when imported whole. */
    reasonCode: text(),
    /** One sentence for the athlete: what happened and what to do. */
    reason: text(),
    sourceFileId: uuid().references(() => sourceFiles.id, { onDelete: "set null" }),
    activityIds: jsonb().$type<string[]>().notNull().default([]),
    wellnessDays: jsonb().$type<string[]>().notNull().default([]),
    duplicateOfActivityId: uuid(),
    createdAt: createdAt(),
    finishedAt: instant(),
  },
  (t) => [
    uniqueIndex("import_files_position").on(t.batchId, t.position),
    index("import_files_waiting").on(t.batchId, t.recordedAt).where(sql`status = 'waiting'`),
    index("import_files_athlete").on(t.athleteId, t.createdAt),
    index("import_files_watched").on(t.athleteId).where(sql`watched_key is not null`),
    ownRowsOnly(),
  ],
);

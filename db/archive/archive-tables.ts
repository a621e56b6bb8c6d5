import { type SQL, sql } from "drizzle-orm";

export type ArchiveTable = {
  readonly table: string;
  /** Columns that stay here: they mean nothing elsewhere, or have entries of their own. */
  readonly without?: readonly string[];
  /** Rows that are whole by themselves; the others stay here. */
  readonly where?: SQL;
};

const FINISHED_BATCHES = sql`select id from import_batches where status = 'finished'`;

/**
 * What an athlete's archive holds, each table after those that it refers to. A table is
 * exported because it stands here, never because it exists: what holds a secret must not slip
 * in. A test names every athlete's table that is neither here nor in NOT_ARCHIVED.
 */
export const ARCHIVE_TABLES: readonly ArchiveTable[] = [
  { table: "thresholds" },
  { table: "context_events" },
  { table: "check_ins" },
  { table: "weekly_readiness" },
  { table: "wellness_records" },
  { table: "wellness_days" },
  { table: "source_files", without: ["content"] },
  { table: "import_batches", where: sql`status = 'finished'` },
  {
    table: "import_files",
    without: ["spool_key"],
    where: sql`status <> 'waiting' and batch_id in (${FINISHED_BATCHES})`,
  },
  { table: "activities" },
  { table: "activity_edits" },
  { table: "activity_curves" },
  { table: "best_efforts" },
  { table: "activity_courses" },
  { table: "recordings" },
  { table: "recording_separations" },
  { table: "daily_loads" },
  { table: "mornings" },
  { table: "insights" },
];

/** Written last and a few at a time: it is as large as everything else together. */
export const STREAMS_TABLE = "activity_streams";

export const NOT_ARCHIVED: Readonly<Record<string, string>> = {
  athlete_schedules: "The next morning is planned anew with the account.",
  connections: "Tokens stay here; a connection is made anew.",
  connection_cursors: "How far a connection got belongs to it.",
  sync_runs: "The history of a connection belongs to it.",
  remote_activities: "What a vendor has is asked anew.",
  busy_times: "The calendar is asked anew.",
  athlete_keys: "A key seals what is on this server only.",
  oauth_attempts: "A way to a consent page ends with its browser.",
  ai_settings: "Agreeing to a language model is done anew, on each server.",
  model_calls: "What a server's questions to a model cost is kept there, for 30 days.",
  sent_facts: "Made of what the archive holds, and kept for 30 days only.",
  watched_folders: "Which folder is watched is the server's own matter.",
};

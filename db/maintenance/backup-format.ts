import type { AppliedMigration } from "../migrate/applied-migrations";

export const BACKUP_FORMAT = "formline-backup-1";

/** First line of a backup: which schema its rows have. */
export type BackupHeader = {
  readonly format: typeof BACKUP_FORMAT;
  readonly migrations: readonly AppliedMigration[];
};

/** Comes before the rows of each table; a row follows as the JSON object of its columns. */
export type BackupTable = { readonly table: string };

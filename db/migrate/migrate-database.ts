import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { OpenDatabase, Tx } from "../client";
import { type AppliedMigration, appliedMigrations } from "./applied-migrations";
import { type MigrationFile, migrationFiles } from "./migration-files";

export type MigrateOptions = {
  /** Where the committed migrations are: `db/migrations` under the working directory. */
  readonly folder: string;
  readonly log: (message: string) => void;
  /** How often a lock that is held elsewhere is waited for, 5 s each time. */
  readonly attempts?: number;
};

/** Any constant will do, as long as every process uses the same. */
const ADVISORY_LOCK = 4_706_117_829;
const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Brings the database to the newest migration; returns the tags that it applied. All pending
 * files are one transaction under an advisory lock, so two processes never both migrate and
 * a failure leaves nothing behind. Throws AppError "conflict" when what has been applied is not
 * the beginning of what is in the folder: an edited, missing or foreign migration.
 */
export async function migrateDatabase(
  database: OpenDatabase,
  options: MigrateOptions,
): Promise<string[]> {
  const files = migrationFiles(options.folder);
  const attempts = options.attempts ?? 12;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction(["SET LOCAL lock_timeout = '5s'"], (tx) =>
        applyPending(tx, files, options.log),
      );
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
      if (attempt >= attempts) {
        throw new AppError(
          "unavailable",
          "Another process holds the database locked, so it could not be migrated. Try again.",
          { cause: error },
        );
      }
      options.log(`The database is locked by another process; waiting (${attempt}).`);
      await sleep(250 * attempt);
    }
  }
}

async function applyPending(
  tx: Tx,
  files: readonly MigrationFile[],
  log: (message: string) => void,
): Promise<string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK}::bigint)`);
  const known = await appliedMigrations(tx);
  if (known === null) await tx.execute(BOOKKEEPING);
  const applied = known ?? [];
  assertPrefix(applied, files);
  const pending = files.slice(applied.length);
  for (const file of pending) {
    log(`Applying migration ${file.tag}.`);
    for (const statement of file.statements) await tx.execute(sql.raw(statement));
    await tx.execute(
      sql`insert into formline_migrations (tag, hash) values (${file.tag}, ${file.hash})`,
    );
  }
  return pending.map((file) => file.tag);
}

const BOOKKEEPING = sql`
  create table formline_migrations (
    position integer generated always as identity primary key,
    tag text not null unique,
    hash text not null,
    applied_at timestamptz not null default now()
  )`;

/** Throws AppError "conflict" unless `applied` is how `files` begins. */
function assertPrefix(applied: readonly AppliedMigration[], files: readonly MigrationFile[]): void {
  applied.forEach((done, i) => {
    const file = files[i];
    if (file?.tag === done.tag && file.hash === done.hash) return;
    const problem =
      file === undefined
        ? `migration ${done.tag} was applied by a newer version of Formline`
        : file.tag === done.tag
          ? `migration ${done.tag} has been changed since it was applied`
          : `migration ${done.tag} was applied where ${file.tag} is expected`;
    throw new AppError(
      "conflict",
      `The database does not belong to this version: ${problem}. Run the version that made it, or restore a backup.`,
    );
  });
}

function isLockTimeout(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ((e as { code?: unknown }).code === LOCK_NOT_AVAILABLE) return true;
  }
  return false;
}

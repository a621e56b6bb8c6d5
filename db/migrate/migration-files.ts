import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { AppError } from "@/lib/errors";

export type MigrationFile = {
  readonly tag: string;
  readonly createdAtMs: number;
  /** SHA-256 of the whole file. */
  readonly hash: string;
  readonly statements: readonly string[];
};

type Journal = { readonly entries: readonly { readonly tag: string; readonly when: number }[] };

/**
 * The migrations of `folder` in the order of its journal. Throws AppError "internal" when the
 * folder is incomplete or its times do not strictly increase, which would hide a migration.
 */
export function migrationFiles(folder: string): MigrationFile[] {
  const journal = JSON.parse(read(path.join(folder, "meta", "_journal.json"))) as Journal;
  const files = journal.entries.map(({ tag, when }): MigrationFile => {
    const text = read(path.join(folder, `${tag}.sql`));
    return {
      tag,
      createdAtMs: when,
      hash: createHash("sha256").update(text).digest("hex"),
      statements: text
        .split("--> statement-breakpoint")
        .map((statement) => statement.trim())
        .filter((statement) => statement !== ""),
    };
  });
  files.forEach((file, i) => {
    const before = files[i - 1];
    if (before && before.createdAtMs >= file.createdAtMs) {
      throw new AppError(
        "internal",
        `Migration ${file.tag} is not later than ${before.tag}. Generate it again.`,
      );
    }
  });
  return files;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new AppError(
      "internal",
      `The migration file ${file} is missing. The installation is incomplete.`,
      { cause },
    );
  }
}

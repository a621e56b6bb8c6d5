import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const FILE = "last-backup";

/** Notes in the data folder that the database has been backed up. */
export async function noteBackup(dataDir: string, at: Date): Promise<void> {
  await writeFile(path.join(dataDir, FILE), at.toISOString(), { mode: 0o600 });
}

/** When `formline db backup` last wrote one; null when it never did, or nobody can tell. */
export async function lastBackupAt(dataDir: string): Promise<Date | null> {
  const text = await readFile(path.join(dataDir, FILE), "utf8").catch(() => "");
  const at = new Date(text.trim());
  return Number.isNaN(at.getTime()) ? null : at;
}

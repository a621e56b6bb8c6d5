import { open, readdir, stat } from "node:fs/promises";
import path from "node:path";

/**
 * Makes the system write everything below `directory` that changed since `sinceMs` to the disk
 * itself. A file that disappears meanwhile needs no flush.
 */
export async function flushDirectory(directory: string, sinceMs: number): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  for (const entry of entries)
    await flushIfChanged(path.join(entry.parentPath, entry.name), sinceMs);
  await flushIfChanged(directory, sinceMs);
}

async function flushIfChanged(file: string, sinceMs: number): Promise<void> {
  try {
    if ((await stat(file)).mtimeMs < sinceMs) return;
    const handle = await open(file, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

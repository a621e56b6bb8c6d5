import "server-only";
import { finishImportFile } from "@/db/mutations/finish-import-file";
import { replaceArchive } from "@/db/mutations/replace-archive";
import { waitingImportFiles } from "@/db/queries/waiting-import-files";
import type { AthleteContext } from "@/lib/auth/context";
import type { ArchiveEntry } from "@/lib/integrations/ports";
import { timeStage } from "./stage-clock";

type Waiting = { readonly id: string; readonly name: string; readonly spoolKey: string | null };
type NewRow = {
  name: string;
  byteLength: number;
  spoolKey: string | null;
  recordedAt: Date | null;
  refusal: { code: string; reason: string } | null;
};

/**
 * Puts a ledger row for every file inside the batch's archives in the archive's place.
 * Entries are unpacked to the spool first; the rows change in one transaction, so a crash
 * leaves either the archive or its entries, never both.
 */
export async function expandArchives(
  ctx: AthleteContext,
  batchId: string,
): Promise<{ archives: number }> {
  const waiting = await ctx.tx((tx) => waitingImportFiles(tx, batchId));
  let archives = 0;
  for (const file of waiting) {
    if (file.spoolKey === null) continue;
    if (!(await ctx.ports.archives.isArchive(ctx.ports.spool.pathOf(file.spoolKey)))) continue;
    archives++;
    const { spoolKey } = file;
    await timeStage("unpack", () => expandOne(ctx, file, spoolKey));
  }
  return { archives };
}

async function expandOne(ctx: AthleteContext, file: Waiting, spoolKey: string): Promise<void> {
  const { spool, archives } = ctx.ports;
  const rows: NewRow[] = [];
  for await (const entry of archives.entries(spool.pathOf(spoolKey), file.name)) {
    rows.push(await rowOf(ctx, entry));
  }
  const isReplaced = await ctx.tx((tx) =>
    rows.length > 0
      ? replaceArchive(tx, file.id, rows)
      : finishImportFile(tx, file.id, {
          status: "rejected",
          reasonCode: "archive_empty",
          reason: "This archive is empty. Check that it was made or downloaded completely.",
        }),
  );
  // Stopped meanwhile: the archive stays for another try, what came out of it does not.
  const spent = isReplaced ? [spoolKey] : rows.map((row) => row.spoolKey);
  for (const key of spent) if (key !== null) await spool.remove(key);
}

async function rowOf(ctx: AthleteContext, entry: ArchiveEntry): Promise<NewRow> {
  if ("reason" in entry) {
    const { name, byteLength, code, reason } = entry;
    return { name, byteLength, spoolKey: null, recordedAt: null, refusal: { code, reason } };
  }
  const stored = await ctx.ports.spool.write(once(entry.bytes), entry.bytes.byteLength);
  const recordedAt = ctx.ports.files.recordedAt(stored.head);
  const { byteLength, key: spoolKey } = stored;
  return { name: entry.name, byteLength, spoolKey, recordedAt, refusal: null };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

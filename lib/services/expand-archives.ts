import "server-only";
import { finishImportFile, type ImportOutcome } from "@/db/mutations/finish-import-file";
import { replaceArchive } from "@/db/mutations/replace-archive";
import { type WaitingImportFile, waitingImportFiles } from "@/db/queries/waiting-import-files";
import type { AthleteContext } from "@/lib/auth/context";
import type { ArchiveEntry, FileBeside } from "@/lib/integrations/ports";
import { timeStage } from "./stage-clock";

type Waiting = WaitingImportFile & { readonly spoolKey: string };
type NewRow = {
  name: string;
  byteLength: number;
  spoolKey: string | null;
  recordedAt: Date | null;
  refusal: { code: string; reason: string } | null;
};

/** What an unpacked export has beside it; more than a name is asked before it is used. */
const IS_TRACK = /\.gpx$/i;

/**
 * Puts a ledger row for every file inside the batch's archives in the archive's place.
 * Entries are unpacked to the spool first; the rows change in one transaction, so a crash
 * leaves either the archive or its entries, never both.
 */
export async function expandArchives(
  ctx: AthleteContext,
  batchId: string,
): Promise<{ archives: number }> {
  const waiting = (await ctx.tx((tx) => waitingImportFiles(tx, batchId))).filter(hasBytes);
  const joined = new Set<string>();
  let archives = 0;
  for (const file of waiting) {
    if (joined.has(file.id)) continue;
    if (!(await ctx.ports.archives.isArchive(ctx.ports.spool.pathOf(file.spoolKey)))) continue;
    archives++;
    const beside = waiting.filter((other) => IS_TRACK.test(other.name) && !joined.has(other.id));
    const parts = await timeStage("unpack", () => expandOne(ctx, file, beside));
    for (const part of parts) joined.add(part.id);
  }
  return { archives };
}

function hasBytes(file: WaitingImportFile): file is Waiting {
  return file.spoolKey !== null;
}

/** Returns the files beside it that turned out to be part of it. */
async function expandOne(
  ctx: AthleteContext,
  file: Waiting,
  beside: readonly Waiting[],
): Promise<readonly Waiting[]> {
  const { spool, archives } = ctx.ports;
  const rows: NewRow[] = [];
  const joined = new Set<string>();
  const tracks = beside.map(
    ({ name, spoolKey }): FileBeside => ({ name, path: spool.pathOf(spoolKey) }),
  );
  for await (const entry of archives.entries(spool.pathOf(file.spoolKey), file.name, tracks)) {
    rows.push(await rowOf(ctx, entry));
    if ("bytes" in entry) for (const name of entry.joined ?? []) joined.add(name);
  }
  const parts = beside.filter(({ name }) => joined.has(name));
  const isReplaced = await ctx.tx(async (tx) => {
    if (rows.length === 0) return finishImportFile(tx, file.id, EMPTY);
    if (!(await replaceArchive(tx, file.id, rows))) return false;
    for (const part of parts) await finishImportFile(tx, part.id, JOINED);
    return true;
  });
  // Stopped meanwhile: the archive stays for another try, what came out of it does not.
  const spent = isReplaced
    ? [file, ...parts].map(({ spoolKey }) => spoolKey)
    : rows.map((row) => row.spoolKey);
  for (const key of spent) if (key !== null) await spool.remove(key);
  return isReplaced ? parts : [];
}

const EMPTY: ImportOutcome = {
  status: "rejected",
  reasonCode: "archive_empty",
  reason: "This archive is empty. Check that it was made or downloaded completely.",
};
const JOINED: ImportOutcome = {
  status: "imported",
  reasonCode: "route_joined",
  reason: "This is the route of a workout in the Apple Health export beside it, and is part of it.",
};

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

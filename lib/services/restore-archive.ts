import "server-only";
import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { deflateRawSync } from "node:zlib";
import { ARCHIVE_TABLES, STREAMS_TABLE } from "@/db/archive/archive-tables";
import { archiveColumns } from "@/db/archive/read-archive";
import { firstFilledTable, insertArchiveRows } from "@/db/archive/write-archive";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { rescheduleMorning } from "@/db/mutations/reschedule-morning";
import { updateProfile } from "@/db/mutations/update-profile";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { nextMorning } from "@/lib/dates/next-morning";
import { localDayAt } from "@/lib/dates/zoned-time";
import { AppError, invalidInput } from "@/lib/errors";
import type { OpenZip } from "@/lib/integrations/ports";
import { type ArchiveManifest, archivedSource } from "@/lib/schemas/archive";
import { originalPath } from "./archive-paths";
import type { ReadArchive } from "./read-archive";

/** Text that is sent in one statement, unless a single row is larger. */
const BATCH_CHARACTERS = 4_000_000;
const UNIQUE_VIOLATION = "23505";

type Table = ArchiveManifest["tables"][number];

export type Restored = { readonly activities: number; readonly originals: number };

/**
 * Puts an archive that was checked (`readArchive`) into an athlete's account that holds
 * nothing yet, all or nothing: the same numbers, the originals byte for byte.
 * Throws "conflict" when the account or this server holds data of it already, or the archive
 * is of a newer schema.
 */
export async function restoreArchive(
  ctx: AthleteContext,
  { zip, manifest, profile }: ReadArchive,
): Promise<Restored> {
  try {
    await ctx.tx(async (tx) => {
      await lockAthlete(tx);
      await assertEmpty(tx);
      for (const table of await tablesToRestore(tx, manifest)) await restoreTable(tx, zip, table);
      const { email: _, isDemo: __, ...changes } = profile;
      await updateProfile(tx, changes);
      const { timeZone, morningMinute } = profile;
      await rescheduleMorning(tx, nextMorning(ctx.now, timeZone, morningMinute));
      // The days since the export was made.
      const fromDay = localDayAt(ctx.now, timeZone);
      await enqueueEvent(tx, events.daysChanged.create({ athleteId: ctx.athleteId, fromDay }));
    });
  } catch (error) {
    throw isUniqueViolation(error) ? alreadyHere(error) : error;
  }
  const rowsOf = (name: string) => manifest.tables.find((one) => one.table === name)?.rows ?? 0;
  return { activities: rowsOf("activities"), originals: rowsOf("source_files") };
}

async function assertEmpty(tx: AthleteTx): Promise<void> {
  if ((await firstFilledTable(tx)) === null) return;
  throw new AppError(
    "conflict",
    "This account holds data already. An archive is restored only into a new account; import its originals instead to add them to what is there.",
  );
}

/** In this version's order. An older archive lacks tables and columns: they stay empty, or as by default. */
async function tablesToRestore(tx: AthleteTx, manifest: ArchiveManifest): Promise<Table[]> {
  const known = [...ARCHIVE_TABLES, { table: STREAMS_TABLE }];
  const stranger = manifest.tables.find((one) => !known.some(({ table }) => table === one.table));
  if (stranger) throw otherVersion(stranger.table);
  const tables: Table[] = [];
  for (const table of known) {
    const archived = manifest.tables.find((one) => one.table === table.table);
    if (!archived) continue;
    const columns = await archiveColumns(tx, table);
    const missing = archived.columns.find((column) => !columns.includes(column));
    if (missing) throw otherVersion(`${table.table}.${missing}`);
    tables.push(archived);
  }
  return tables;
}

function otherVersion(what: string): AppError {
  return new AppError(
    "conflict",
    `This archive has ${what}, which this version of Formline does not know. Restore it with the version that made it, or a later one.`,
  );
}

async function restoreTable(tx: AthleteTx, zip: OpenZip, table: Table): Promise<void> {
  const isSources = table.table === "source_files";
  const columns = isSources ? [...table.columns, "content"] : table.columns;
  let batch: string[] = [];
  let characters = 0;
  let rows = 0;
  const flush = async () => {
    await insertArchiveRows(tx, table.table, columns, batch);
    batch = [];
    characters = 0;
  };
  for await (const line of linesOf(zip, table.path)) {
    const row = isSources ? await withOriginal(zip, line) : line;
    rows++;
    batch.push(row);
    characters += row.length;
    if (characters > BATCH_CHARACTERS) await flush();
  }
  await flush();
  if (rows !== table.rows) throw invalidInput(`${table.path} in the archive lacks rows.`);
}

function linesOf(zip: OpenZip, path: string): AsyncIterable<string> {
  const input = Readable.from(zip.read(path), { objectMode: false });
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

/** A row of the list of originals with the bytes themselves, as the database keeps them. */
async function withOriginal(zip: OpenZip, line: string): Promise<string> {
  const row = JSON.parse(line) as Record<string, unknown>;
  const source = archivedSource.parse(row);
  const path = originalPath(source);
  const parts: Uint8Array[] = [];
  for await (const chunk of zip.read(path)) parts.push(chunk);
  const bytes = Buffer.concat(parts);
  if (createHash("sha256").update(bytes).digest("hex") !== source.sha256) {
    throw invalidInput(`${path} in the archive is not the file that its name says.`, {
      entry: path,
    });
  }
  return JSON.stringify({ ...row, content: `\\x${deflateRawSync(bytes).toString("hex")}` });
}

function isUniqueViolation(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return (cause as { code?: unknown } | null)?.code === UNIQUE_VIOLATION;
}

function alreadyHere(cause: unknown): AppError {
  return new AppError(
    "conflict",
    "This server holds data of this archive already, in another account. Restore it on an empty server.",
    { cause },
  );
}

import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { ARCHIVE_CSV } from "@/db/archive/archive-csv";
import { ARCHIVE_TABLES, STREAMS_TABLE } from "@/db/archive/archive-tables";
import {
  archiveColumns,
  archiveCsvRows,
  archiveRows,
  archiveStreams,
  beginSnapshot,
} from "@/db/archive/read-archive";
import { schemaVersion } from "@/db/archive/write-archive";
import { findProfile } from "@/db/queries/find-profile";
import { sourceContent } from "@/db/queries/source-content";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import type { ZipEntryToWrite } from "@/lib/integrations/ports";
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchiveManifest,
  type ArchiveProfile,
  archivedSource,
  MANIFEST_PATH,
  PROFILE_PATH,
} from "@/lib/schemas/archive";
import { originalPath, rowsPath } from "./archive-paths";
import { csvLine } from "./csv-line";

/** Activities whose streams are in memory at a time. */
const STREAMS_PAGE = 20;
const CHUNK_CHARACTERS = 64 * 1024;
const STREAM_COLUMNS = ["activity_id", "length_s", "codec", "content"];

type Source = { readonly id: string; readonly path: string };
type Spooled = { readonly path: string; readonly key: string };

/** What one moment's reading of the database left: lines in the spool, and what is still to be fetched. */
type Snapshot = {
  readonly profile: ArchiveProfile;
  readonly spooled: Spooled[];
  readonly tables: ArchiveManifest["tables"];
  readonly sources: Source[];
  readonly activityIds: string[];
};

/**
 * The athlete's archive as it is written (a ZIP; the format is in docs/export-format.md). The
 * rows are those of one moment; they wait in the spool while the archive goes out at the
 * reader's pace, so that a slow download keeps no transaction open.
 */
export async function* exportArchive(
  ctx: AthleteContext,
  account: { readonly email: string },
): AsyncGenerator<Uint8Array> {
  const spooled: Spooled[] = [];
  try {
    const snapshot = await ctx.tx((tx) => takeSnapshot(ctx, tx, account.email, spooled));
    yield* ctx.ports.zip.write(entriesOf(ctx, snapshot));
  } finally {
    for (const { key } of spooled) await ctx.ports.spool.remove(key);
  }
}

async function takeSnapshot(
  ctx: AthleteContext,
  tx: AthleteTx,
  email: string,
  spooled: Spooled[],
): Promise<Snapshot> {
  await beginSnapshot(tx);
  const { id: _, ...profile } = await findProfile(tx);
  const tables: Snapshot["tables"] = [];
  const sources: Source[] = [];
  const activityIds: string[] = [];
  for (const table of ARCHIVE_TABLES) {
    const path = rowsPath(table.table);
    const columns = await archiveColumns(tx, table);
    let rows = 0;
    const lines = async function* () {
      for await (const row of archiveRows(tx, table, columns)) {
        rows++;
        if (table.table === "source_files") sources.push(sourceIn(row));
        if (table.table === "activities") activityIds.push(idIn(row));
        yield `${row}\n`;
      }
    };
    spooled.push({ path, key: await spool(ctx, lines()) });
    tables.push({ table: table.table, path, columns, rows });
  }
  for (const { path, columns } of ARCHIVE_CSV) {
    spooled.push({ path, key: await spool(ctx, csvLines(tx, path, columns)) });
  }
  return { profile: { ...profile, email }, spooled, tables, sources, activityIds };
}

async function* csvLines(
  tx: AthleteTx,
  path: string,
  columns: readonly string[],
): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const row of archiveCsvRows(tx, path)) {
    const values = JSON.parse(row) as Record<string, unknown>;
    yield csvLine(columns.map((column) => values[column]));
  }
}

function sourceIn(row: string): Source {
  const parsed = JSON.parse(row) as { id: string };
  return { id: parsed.id, path: originalPath(archivedSource.parse(parsed)) };
}

function idIn(row: string): string {
  return (JSON.parse(row) as { id: string }).id;
}

async function spool(ctx: AthleteContext, lines: AsyncIterable<string>): Promise<string> {
  const { key } = await ctx.ports.spool.write(inChunks(lines), Number.POSITIVE_INFINITY);
  return key;
}

async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let text = "";
  for await (const line of lines) {
    text += line;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text !== "") yield Buffer.from(text);
}

/** Every entry in order; the manifest, which has the checksums of all others, comes last. */
async function* entriesOf(
  ctx: AthleteContext,
  snapshot: Snapshot,
): AsyncGenerator<ZipEntryToWrite> {
  const entries: ArchiveManifest["entries"] = [];
  const noted = (name: string, chunks: AsyncIterable<Uint8Array>) => ({
    name,
    chunks: checked(chunks, (bytes, sha256) => entries.push({ path: name, bytes, sha256 })),
  });
  yield noted(PROFILE_PATH, once(json(snapshot.profile)));
  for (const { path, key } of snapshot.spooled) {
    yield noted(path, createReadStream(ctx.ports.spool.pathOf(key)));
  }
  for (const source of snapshot.sources) yield noted(source.path, original(ctx, source));
  const streams = { table: STREAMS_TABLE, path: rowsPath(STREAMS_TABLE), rows: 0 };
  yield noted(
    streams.path,
    streamLines(ctx, snapshot.activityIds, (rows) => (streams.rows += rows)),
  );
  const manifest: ArchiveManifest = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    schema: schemaVersion(),
    madeAt: ctx.now.toISOString(),
    tables: [...snapshot.tables, { ...streams, columns: STREAM_COLUMNS }],
    entries,
  };
  yield { name: MANIFEST_PATH, chunks: once(json(manifest)) };
}

async function* checked(
  chunks: AsyncIterable<Uint8Array>,
  done: (bytes: number, sha256: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.byteLength;
    yield chunk;
  }
  done(bytes, hash.digest("hex"));
}

async function* original(ctx: AthleteContext, { id }: Source): AsyncGenerator<Uint8Array> {
  const content = await ctx.tx((tx) => sourceContent(tx, id));
  if (content === null) {
    throw new AppError("conflict", "A file was removed during the export. Export again.");
  }
  yield inflateRawSync(content);
}

async function* streamLines(
  ctx: AthleteContext,
  activityIds: readonly string[],
  count: (rows: number) => void,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < activityIds.length; from += STREAMS_PAGE) {
    const ids = activityIds.slice(from, from + STREAMS_PAGE);
    const rows = await ctx.tx((tx) => archiveStreams(tx, ids));
    count(rows.length);
    for (const row of rows) yield Buffer.from(`${row}\n`);
  }
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

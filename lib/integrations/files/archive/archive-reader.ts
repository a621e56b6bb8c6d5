import "server-only";
import { createWriteStream } from "node:fs";
import { mkdtemp, open, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { isHealthExport } from "@/lib/integrations/apple/is-health-export";
import { isolatedSplit } from "@/lib/integrations/apple/isolated-split";
import type { ArchiveEntry, ArchiveReader, FileBeside } from "@/lib/integrations/ports";
import { detectFormat } from "../detect-format";
import { MAX_ARCHIVE_DEPTH, MAX_ARCHIVE_ENTRIES, MAX_FILE_BYTES } from "../limits";
import { ArchiveBudget } from "./archive-budget";
import { refusedEntry } from "./archive-refusal";
import { entryName, isIgnoredEntry } from "./entry-name";
import { findHealthExport, type HealthArchive } from "./find-health-export";
import { gunzipCapped } from "./gunzip-capped";
import { isOwnArchive, isOwnData, OWN_MANIFEST } from "./own-archive";
import { rawName, refusalOf } from "./zip-entry";

type Container = {
  readonly name: string;
  readonly depth: number;
  readonly budget: ArchiveBudget;
  /** An athlete's archive of ours: of it only the originals are files to import. */
  readonly isOwn?: boolean;
};

const HEAD_BYTES = 4_096;

/**
 * ZIP and gzip, nested to three levels, and Apple Health exports, which hold years in one file;
 * every limit that is hit becomes an entry's refusal.
 */
export const archiveReader: ArchiveReader = {
  async isArchive(filePath) {
    const head = await firstBytes(filePath);
    const format = detectFormat(head);
    return format === "zip" || format === "gzip" || (format === "xml" && isHealthExport(head));
  },
  async *entries(filePath, name, beside = []) {
    const container: Container = { name, depth: 1, budget: new ArchiveBudget() };
    const format = detectFormat(await firstBytes(filePath));
    if (format === "zip") {
      yield* zipAt(filePath, { ...container, isOwn: await isOwnArchive(filePath) });
    } else if (format === "gzip") yield* gzipAt(filePath, container);
    else yield* healthAt(filePath, container, beside);
  },
};

async function firstBytes(filePath: string): Promise<Uint8Array> {
  const file = await open(filePath, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The XML of an Apple Health export as a file of its own, the tracks of its workouts beside it. */
async function* healthAt(
  filePath: string,
  { name }: Container,
  beside: readonly FileBeside[],
): AsyncGenerator<ArchiveEntry> {
  const { size } = await stat(filePath);
  const routes = beside.map((file) => ({ name: file.name, at: file.path }));
  const request = { file: filePath, entry: null, routes, name, byteLength: size };
  yield* isolatedSplit(request);
}

async function* gzipAt(filePath: string, container: Container): AsyncGenerator<ArchiveEntry> {
  const { size } = await stat(filePath);
  if (size > MAX_FILE_BYTES) yield refusedEntry(container.name, size, "too_large");
  else yield* gzipContent(await readFile(filePath), container);
}

async function* gzipContent(bytes: Uint8Array, container: Container): AsyncGenerator<ArchiveEntry> {
  const content = await gunzipCapped(bytes);
  if (typeof content === "string") {
    yield refusedEntry(container.name, bytes.length, content);
    return;
  }
  const inner = path.basename(container.name.split(" › ").at(-1) ?? "").replace(/\.gz$/i, "");
  const broken = container.budget.take(content.length);
  if (broken) yield refusedEntry(container.name, bytes.length, broken);
  else yield* unpacked(content, entryName(container.name, inner), container);
}

/** A file as it came out of its container: another container, or one to read. */
async function* unpacked(
  bytes: Uint8Array,
  name: string,
  { depth, budget }: Container,
): AsyncGenerator<ArchiveEntry> {
  const format = detectFormat(bytes);
  const inner: Container = { name, depth: depth + 1, budget };
  if (format === "xml" && isHealthExport(bytes)) {
    yield* inTemporaryFile([bytes], (file) => healthAt(file, inner, []));
  } else if (format !== "zip" && format !== "gzip") yield { name, bytes };
  else if (inner.depth > MAX_ARCHIVE_DEPTH)
    yield refusedEntry(name, bytes.length, "archive_too_deep");
  else if (format === "gzip") yield* gzipContent(bytes, inner);
  else yield* inTemporaryFile([bytes], (file) => zipAt(file, inner));
}

async function* zipAt(filePath: string, container: Container): AsyncGenerator<ArchiveEntry> {
  let zip: ZipFile;
  try {
    // names stay raw: yauzl would reject the whole archive for one "../" in it
    zip = await openPromise(filePath, {
      lazyEntries: true,
      decodeStrings: false,
      autoClose: false,
    });
  } catch {
    const { size } = await stat(filePath);
    yield refusedEntry(container.name, size, "archive_damaged");
    return;
  }
  try {
    if (zip.entryCount > MAX_ARCHIVE_ENTRIES) {
      yield refusedEntry(container.name, zip.fileSize, "archive_too_many_entries");
    } else yield* zipEntries(zip, filePath, container);
  } finally {
    zip.close();
  }
}

async function* zipEntries(
  zip: ZipFile,
  filePath: string,
  container: Container,
): AsyncGenerator<ArchiveEntry> {
  const health = container.isOwn ? null : await findHealthExport(filePath);
  const tracks: Entry[] = [];
  const joined = new Set<string>();
  for await (const entry of entriesOf(zip)) {
    if (entry === null) {
      yield refusedEntry(container.name, zip.fileSize, "archive_damaged");
      return;
    }
    const inner = rawName(entry);
    if (isPassedOver(inner, container, health)) continue;
    const name = entryName(container.name, inner);
    const broken = container.budget.take(entry.uncompressedSize);
    if (broken) {
      yield refusedEntry(name, entry.uncompressedSize, broken);
      return;
    }
    const isExport = inner === health?.xml && isWorthReading(entry);
    if (health?.routes.has(inner)) tracks.push(entry);
    else if (isExport) yield* noting(joined, splitEntry(filePath, entry, health, name));
    else yield* oneEntry(zip, entry, name, container);
  }
  // Tracks of no workout are recordings like any other.
  for (const entry of tracks.filter((track) => !joined.has(rawName(track)))) {
    yield* oneEntry(zip, entry, entryName(container.name, rawName(entry)), container);
  }
}

/** Entry by entry; null, and nothing after it, where the archive is damaged. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry | null> {
  try {
    yield* zip.eachEntry();
  } catch {
    yield null;
  }
}

/** Years of records are larger than any file of one activity. */
function isWorthReading(entry: Entry): boolean {
  const refusal = refusalOf(entry);
  return refusal === null || refusal === "too_large";
}

function splitEntry(
  filePath: string,
  entry: Entry,
  { xml, routes }: HealthArchive,
  name: string,
): AsyncGenerator<ArchiveEntry> {
  const tracks = [...routes].map((route) => ({ name: route, at: route }));
  const byteLength = entry.uncompressedSize;
  return isolatedSplit({ file: filePath, entry: xml, routes: tracks, name, byteLength });
}

async function* noting(
  joined: Set<string>,
  parts: AsyncGenerator<ArchiveEntry>,
): AsyncGenerator<ArchiveEntry> {
  for await (const part of parts) {
    if ("bytes" in part) for (const name of part.joined ?? []) joined.add(name);
    yield part;
  }
}

async function* oneEntry(
  zip: ZipFile,
  entry: Entry,
  name: string,
  container: Container,
): AsyncGenerator<ArchiveEntry> {
  const isManifest = container.isOwn && rawName(entry) === OWN_MANIFEST;
  const refusal = isManifest ? "formline_archive" : refusalOf(entry);
  // an account export holds archives far larger than any file; they go over the disk
  const isLargeArchive = refusal === "too_large" && /\.zip$/i.test(name);
  if (refusal !== null && !isLargeArchive) {
    yield refusedEntry(name, entry.uncompressedSize, refusal);
    return;
  }
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const inner: Container = { ...container, name, depth: container.depth + 1 };
    if (!isLargeArchive) yield* unpacked(Buffer.concat(await stream.toArray()), name, container);
    else if (inner.depth > MAX_ARCHIVE_DEPTH) {
      stream.destroy();
      yield refusedEntry(name, entry.uncompressedSize, "archive_too_deep");
    } else yield* inTemporaryFile(stream, (file) => zipAt(file, inner));
  } catch {
    yield refusedEntry(name, entry.uncompressedSize, "archive_entry_unreadable");
  }
}

function isPassedOver(name: string, { isOwn }: Container, health: HealthArchive | null): boolean {
  if (isIgnoredEntry(name) || health?.others.has(name)) return true;
  return isOwn === true && isOwnData(name);
}

async function* inTemporaryFile(
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  use: (filePath: string) => AsyncGenerator<ArchiveEntry>,
): AsyncGenerator<ArchiveEntry> {
  const directory = await mkdtemp(path.join(tmpdir(), "formline-"));
  try {
    const filePath = path.join(directory, "nested.zip");
    await pipeline(content, createWriteStream(filePath, { mode: 0o600 }));
    yield* use(filePath);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

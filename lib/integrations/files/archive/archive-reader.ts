import "server-only";
import { createWriteStream } from "node:fs";
import { mkdtemp, open, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import type { ArchiveEntry, ArchiveReader } from "@/lib/integrations/ports";
import { detectFormat } from "../detect-format";
import {
  MAX_ARCHIVE_DEPTH,
  MAX_ARCHIVE_ENTRIES,
  MAX_COMPRESSION_RATIO,
  MAX_FILE_BYTES,
  RATIO_APPLIES_FROM_BYTES,
} from "../limits";
import { ArchiveBudget } from "./archive-budget";
import { type ArchiveRefusalCode, refusedEntry } from "./archive-refusal";
import { entryName, isIgnoredEntry } from "./entry-name";
import { gunzipCapped } from "./gunzip-capped";
import { isOwnArchive, isOwnData, OWN_MANIFEST } from "./own-archive";

type Container = {
  readonly name: string;
  readonly depth: number;
  readonly budget: ArchiveBudget;
  /** An athlete's archive of ours: of it only the originals are files to import. */
  readonly isOwn?: boolean;
};

const ENCRYPTED_FLAG = 1;

/** ZIP and gzip, nested to three levels; every limit that is hit becomes an entry's refusal. */
export const archiveReader: ArchiveReader = {
  async isArchive(filePath) {
    const format = detectFormat(await firstBytes(filePath));
    return format === "zip" || format === "gzip";
  },
  async *entries(filePath, name) {
    const container: Container = { name, depth: 1, budget: new ArchiveBudget() };
    if (detectFormat(await firstBytes(filePath)) === "zip") {
      yield* zipAt(filePath, { ...container, isOwn: await isOwnArchive(filePath) });
    } else yield* gzipAt(filePath, container);
  },
};

async function firstBytes(filePath: string): Promise<Uint8Array> {
  const file = await open(filePath, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
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
  if (format !== "zip" && format !== "gzip") yield { name, bytes };
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
    yield* zipEntries(zip, container);
  } finally {
    zip.close();
  }
}

async function* zipEntries(zip: ZipFile, container: Container): AsyncGenerator<ArchiveEntry> {
  if (zip.entryCount > MAX_ARCHIVE_ENTRIES) {
    yield refusedEntry(container.name, zip.fileSize, "archive_too_many_entries");
    return;
  }
  const entries = zip.eachEntry();
  for (;;) {
    let next: IteratorResult<Entry>;
    try {
      next = await entries.next();
    } catch {
      yield refusedEntry(container.name, zip.fileSize, "archive_damaged");
      return;
    }
    if (next.done) return;
    const entry = next.value;
    const inner = rawName(entry);
    if (isPassedOver(inner, container)) continue;
    const name = entryName(container.name, inner);
    const broken = container.budget.take(entry.uncompressedSize);
    if (broken) {
      yield refusedEntry(name, entry.uncompressedSize, broken);
      return;
    }
    yield* oneEntry(zip, entry, name, container);
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

function isPassedOver(name: string, { isOwn }: Container): boolean {
  return isIgnoredEntry(name) || (isOwn === true && isOwnData(name));
}

function refusalOf(entry: Entry): ArchiveRefusalCode | null {
  const { uncompressedSize, compressedSize } = entry;
  if (entry.generalPurposeBitFlag & ENCRYPTED_FLAG) return "archive_encrypted";
  const isBomb =
    uncompressedSize > RATIO_APPLIES_FROM_BYTES &&
    uncompressedSize > compressedSize * MAX_COMPRESSION_RATIO;
  if (isBomb) return "archive_bomb";
  return uncompressedSize > MAX_FILE_BYTES ? "too_large" : null;
}

function rawName(entry: Entry): string {
  return getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  );
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

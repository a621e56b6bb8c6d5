import "server-only";
import { createHash } from "node:crypto";
import { schemaVersion } from "@/db/archive/write-archive";
import { AppError, invalidInput } from "@/lib/errors";
import type { OpenZip, ZipFiles } from "@/lib/integrations/ports";
import {
  ARCHIVE_VERSION,
  type ArchiveManifest,
  type ArchiveProfile,
  archiveManifest,
  archiveProfile,
  MANIFEST_PATH,
  manifestHead,
  PROFILE_PATH,
} from "@/lib/schemas/archive";

const MIB = 1024 * 1024;
/** Some 100 bytes for each of half a million files. */
const LARGEST_MANIFEST_BYTES = 64 * MIB;
const LARGEST_PROFILE_BYTES = MIB;

export type ReadArchive = {
  readonly zip: OpenZip;
  readonly manifest: ArchiveManifest;
  readonly profile: ArchiveProfile;
};

/**
 * Opens an athlete's archive and checks all of it: the manifest, and every entry against its
 * SHA-256. Throws AppError "invalid_input" naming the entry that is missing, damaged or not
 * listed, and "conflict" for an archive of a newer version. Close the zip afterwards.
 */
export async function readArchive(zipFiles: ZipFiles, file: string): Promise<ReadArchive> {
  const zip = await zipFiles.open(file);
  try {
    const manifest = await manifestOf(zip);
    assertListed(zip, manifest);
    for (const entry of manifest.entries) await assertIntact(zip, entry);
    const profile = archiveProfile.safeParse(
      parse(await textOf(zip, PROFILE_PATH, LARGEST_PROFILE_BYTES), PROFILE_PATH),
    );
    if (!profile.success) throw invalidInput(`${PROFILE_PATH} in the archive is not usable.`);
    return { zip, manifest, profile: profile.data };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function manifestOf(zip: OpenZip): Promise<ArchiveManifest> {
  if (!zip.names.includes(MANIFEST_PATH)) throw noArchive();
  const content = parse(await textOf(zip, MANIFEST_PATH, LARGEST_MANIFEST_BYTES), MANIFEST_PATH);
  const head = manifestHead.safeParse(content);
  if (!head.success) throw noArchive();
  const { version, schema } = head.data;
  if (version > ARCHIVE_VERSION || schema.migrations > schemaVersion().migrations) {
    throw new AppError(
      "conflict",
      `This archive was made by a newer version of Formline (${schema.newest}). Update this server to that version or a later one, then restore.`,
    );
  }
  const manifest = archiveManifest.safeParse(content);
  if (!manifest.success) throw invalidInput(`${MANIFEST_PATH} in the archive is not usable.`);
  return manifest.data;
}

function noArchive(): AppError {
  return invalidInput(
    "This is not a Formline archive: it has no manifest. Exports are made in Settings, Your data.",
  );
}

function assertListed(zip: OpenZip, { entries }: ArchiveManifest): void {
  const listed = new Set([...entries.map((entry) => entry.path), MANIFEST_PATH]);
  const stranger = zip.names.find((name) => !listed.has(name));
  if (stranger !== undefined) {
    throw invalidInput(
      `${stranger} was added to the archive after it was made. Nothing was restored.`,
      { entry: stranger },
    );
  }
}

async function assertIntact(
  zip: OpenZip,
  { path, bytes, sha256 }: ArchiveManifest["entries"][number],
): Promise<void> {
  const hash = createHash("sha256");
  let read = 0;
  for await (const chunk of zip.read(path)) {
    hash.update(chunk);
    read += chunk.byteLength;
    if (read > bytes) break;
  }
  if (read === bytes && hash.digest("hex") === sha256) return;
  throw invalidInput(
    `${path} in the archive is not what was exported: its checksum differs. Download the archive again. Nothing was restored.`,
    { entry: path },
  );
}

/** The content of a small entry. */
async function textOf(zip: OpenZip, name: string, mostBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of zip.read(name)) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw invalidInput(`${name} in the archive is too large.`);
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString("utf8");
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidInput(`${name} in the archive is damaged.`, { entry: name });
  }
}

import { type Entry, getFileNameLowLevel } from "yauzl";
import { MAX_COMPRESSION_RATIO, MAX_FILE_BYTES, RATIO_APPLIES_FROM_BYTES } from "../limits";
import type { ArchiveRefusalCode } from "./archive-refusal";

const ENCRYPTED_FLAG = 1;

/** Why an entry is not unpacked, by what the archive's directory says of it; null when it may be. */
export function refusalOf(entry: Entry): ArchiveRefusalCode | null {
  const { uncompressedSize, compressedSize } = entry;
  if (entry.generalPurposeBitFlag & ENCRYPTED_FLAG) return "archive_encrypted";
  const isBomb =
    uncompressedSize > RATIO_APPLIES_FROM_BYTES &&
    uncompressedSize > compressedSize * MAX_COMPRESSION_RATIO;
  if (isBomb) return "archive_bomb";
  return uncompressedSize > MAX_FILE_BYTES ? "too_large" : null;
}

/** The name as it stands there: for display, never a path. */
export function rawName(entry: Entry): string {
  return getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  );
}

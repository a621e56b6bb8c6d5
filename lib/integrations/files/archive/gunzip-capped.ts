import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { MAX_COMPRESSION_RATIO, MAX_FILE_BYTES, RATIO_APPLIES_FROM_BYTES } from "../limits";
import type { ArchiveRefusalCode } from "./archive-refusal";

const inflate = promisify(gunzip);

/** The content of a gzip file of at most 50 MB, or why it was not unpacked. */
export async function gunzipCapped(bytes: Uint8Array): Promise<Uint8Array | ArchiveRefusalCode> {
  try {
    const content = await inflate(bytes, { maxOutputLength: MAX_FILE_BYTES });
    const isBomb =
      content.length > RATIO_APPLIES_FROM_BYTES &&
      content.length > bytes.length * MAX_COMPRESSION_RATIO;
    return isBomb ? "archive_bomb" : content;
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    if (!isTooLarge) return "archive_damaged";
    return bytes.length * MAX_COMPRESSION_RATIO < MAX_FILE_BYTES ? "archive_bomb" : "too_large";
  }
}

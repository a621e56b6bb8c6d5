const MB = 1024 * 1024;

/** What the server takes, checked before a byte is sent; the server checks again. */
export const LARGEST_FILE_BYTES = 50 * MB;
export const LARGEST_ARCHIVE_BYTES = 2048 * MB;

type NamedSize = { readonly name: string; readonly size: number };

/** Archives, and the XML of an Apple Health export, which holds years. */
const MAY_BE_LARGE = /\.(zip|xml)$/i;

/** Why this file cannot be sent, in one sentence; null when it can. */
export function refusalBeforeUpload({ name, size }: NamedSize): string | null {
  if (MAY_BE_LARGE.test(name)) {
    return size > LARGEST_ARCHIVE_BYTES
      ? "Larger than 2 GB. Pack it into a .zip, or split the archive and send the parts."
      : null;
  }
  return size > LARGEST_FILE_BYTES
    ? "Larger than 50 MB, which no recording of one activity is."
    : null;
}

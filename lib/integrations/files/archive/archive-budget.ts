import { MAX_ARCHIVE_BYTES, MAX_ARCHIVE_ENTRIES } from "../limits";

/** What one archive, with everything nested in it, may still unpack. */
export class ArchiveBudget {
  #bytes = 0;
  #entries = 0;

  /** Takes one entry of the stated size; the code of the limit that it breaks, else null. */
  take(bytes: number): "archive_too_large" | "archive_too_many_entries" | null {
    this.#entries += 1;
    this.#bytes += bytes;
    if (this.#entries > MAX_ARCHIVE_ENTRIES) return "archive_too_many_entries";
    return this.#bytes > MAX_ARCHIVE_BYTES ? "archive_too_large" : null;
  }
}

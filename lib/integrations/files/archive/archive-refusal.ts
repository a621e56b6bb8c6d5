import type { ArchiveEntry } from "@/lib/integrations/ports";

/** Why an archive or something in it is turned down, for the athlete. */
export const ARCHIVE_REFUSALS = {
  archive_damaged: "This archive is damaged or incomplete. Make or download it again.",
  archive_encrypted: "This file in the archive is protected by a password. Unpack it first.",
  archive_entry_unreadable: "This file in the archive cannot be unpacked; it is damaged.",
  archive_bomb:
    "This unpacks to more than 200 times its size, as no recording does; it was not unpacked, for safety.",
  archive_too_large:
    "The archive unpacks to more than 8 GB; the files from here on were not read. Split it.",
  archive_too_many_entries:
    "The archive holds more than 60,000 files; those from here on were not read. Split it.",
  archive_too_deep: "Archives are packed into each other more than three deep. Unpack them first.",
  formline_archive:
    'This is a Formline archive: its original files are imported with it. Check-ins, titles, ratings and answers come back with the command "formline restore", into an account that is empty.',
  too_large: "The file is larger than 50 MB, which no single recording is.",
} as const;
export type ArchiveRefusalCode = keyof typeof ARCHIVE_REFUSALS;

export function refusedEntry(
  name: string,
  byteLength: number,
  code: ArchiveRefusalCode,
): ArchiveEntry {
  return { name, byteLength, code, reason: ARCHIVE_REFUSALS[code] };
}

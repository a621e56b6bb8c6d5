/** What operating systems leave in folders; nobody meant to import these. */
const SYSTEM_FILES = new Set([".ds_store", "thumbs.db", "desktop.ini"]);

/** Without the files that an operating system, not the athlete, put there. */
export function withoutSystemFiles(files: Iterable<File>): File[] {
  return [...files].filter((file) => !SYSTEM_FILES.has(file.name.toLowerCase()));
}

/**
 * Every file of a drop or a paste, folders opened. The entries must be taken before the
 * first `await`: the browser empties the list when the event is over.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    entries.map(({ entry, file }) => {
      if (entry) return filesOfEntry(entry);
      return file ? [file] : [];
    }),
  );
  return withoutSystemFiles(found.flat());
}

async function filesOfEntry(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
  if (!entry.isDirectory) return [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  // A reader hands out a folder in portions and ends with an empty one.
  for (;;) {
    const portion = await nextEntries(reader);
    if (portion.length === 0) return files;
    for (const child of portion) files.push(...(await filesOfEntry(child)));
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function nextEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

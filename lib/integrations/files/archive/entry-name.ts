const MAX_NAME_CHARACTERS = 240;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those must not be shown
const UNSHOWABLE = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** "archive.zip › inner.fit": for display only, never used as a path. */
export function entryName(container: string, inner: string): string {
  const shown = inner.replace(UNSHOWABLE, "").slice(-MAX_NAME_CHARACTERS);
  return `${container} › ${shown}`;
}

/** Directories and what operating systems leave in archives: not worth a line. */
export function isIgnoredEntry(name: string): boolean {
  const base = name.slice(name.lastIndexOf("/") + 1);
  return (
    name.endsWith("/") ||
    name.startsWith("__MACOSX/") ||
    base.startsWith("._") ||
    base === ".DS_Store" ||
    base === "Thumbs.db"
  );
}

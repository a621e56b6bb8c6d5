const LONGEST_NAME = 255;

/** A file's name to show and nothing else: no folders, no control characters, not endless. */
export function shownName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last.replaceAll(/\p{C}/gu, "").trim();
  return (clean === "" ? "unnamed" : clean).slice(0, LONGEST_NAME);
}

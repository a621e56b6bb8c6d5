const LONGEST = 120;

/** A name that somebody else gives, without control characters and not endless. */
export function shownText(text: string | undefined): string {
  return (text ?? "").replaceAll(/\p{C}/gu, "").trim().slice(0, LONGEST);
}

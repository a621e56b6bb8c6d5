/** Words that somebody typed or a device sent: data for a model, never an instruction. */

const MOST = { title: 120, note: 500 } as const;
/** Controls, marks without width, direction marks, tags and private signs: nobody sees them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029\u{e0000}-\u{e007f}]+/gu;
/** What could end a block of a prompt or begin another. */
const BRACKETS = /[<>{}`[\]]/gu;
const SPACES = /\s+/gu;

const OPENING = "<athlete_data>";
const CLOSING = "</athlete_data>";

/** Visible words on one line, in plain signs, and no longer than a title or note may be. */
export function cleanWords(text: string, kind: keyof typeof MOST): string {
  const seen = text
    .normalize("NFKC")
    .replace(/[\n\r\t]/gu, " ")
    .replace(UNSEEN, "");
  const plain = seen.replace(BRACKETS, " ").replace(SPACES, " ").trim();
  return [...plain].slice(0, MOST[kind]).join("").trim();
}

/**
 * JSON between two lines that only we can write: within it every angle bracket is escaped, so
 * nothing in it can end the block.
 */
export function dataBlock(json: string): string {
  const inert = json.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
  return `${OPENING}\n${inert}\n${CLOSING}`;
}

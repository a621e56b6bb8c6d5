/** The parts of a calendar, each on its own, so that a broken one costs no other. */
export type CalendarParts = {
  readonly name: string | null;
  readonly zones: readonly string[];
  readonly events: readonly string[];
};

const LONGEST_NAME = 80;

/** Null for what is no calendar, or only the beginning of one. */
export function splitCalendar(text: string): CalendarParts | null {
  const plain = text.replace(/^\uFEFF/, "");
  const isWhole = /^\s*BEGIN:VCALENDAR/i.test(plain) && /END:VCALENDAR\s*$/i.test(plain);
  if (!isWhole) return null;
  const lines = plain.split(/\r\n|\n|\r/);
  const outside: string[] = [];
  const blocks = { VEVENT: [] as string[], VTIMEZONE: [] as string[] };
  for (let at = 0; at < lines.length; at++) {
    const kind = /^BEGIN:(VEVENT|VTIMEZONE)\s*$/i.exec(lines[at] ?? "")?.[1]?.toUpperCase();
    const end = kind ? endOfBlock(lines, at, kind) : -1;
    if (end < 0) {
      outside.push(lines[at] ?? "");
      continue;
    }
    blocks[kind as keyof typeof blocks].push(lines.slice(at, end + 1).join("\r\n"));
    at = end;
  }
  return { name: nameIn(outside), zones: blocks.VTIMEZONE, events: blocks.VEVENT };
}

function endOfBlock(lines: readonly string[], from: number, kind: string): number {
  for (let at = from + 1; at < lines.length; at++) {
    if (lines[at]?.trim().toUpperCase() === `END:${kind}`) return at;
  }
  return -1;
}

/** A long one goes on in the next line, after a space. */
function nameIn(lines: readonly string[]): string | null {
  for (const [at, line] of lines.entries()) {
    const [, said] = /^(?:X-WR-CALNAME|NAME)(?:;[^:]*)?:(.*)$/i.exec(line) ?? [];
    if (said === undefined) continue;
    const next = lines[at + 1] ?? "";
    const whole = /^[ \t]/.test(next) ? said + next.slice(1) : said;
    const unescaped = whole.replace(/\\([,;\\])/g, "$1");
    const plain = unescaped.replace(/[\p{C}\s]+/gu, " ").trim();
    if (plain !== "") return plain.slice(0, LONGEST_NAME);
  }
  return null;
}

import type { Fact } from "@/lib/training/insights/finding";
import type { Quantity } from "./claim-types";
import { clauseOf, type ReadText } from "./read-text";

/** Words that make other things of the same noun. */
const KINDS = [
  "hard",
  "easy",
  "moderate",
  "key",
  "missed",
  "long",
  "planned",
  "strength",
  "skipped",
  "rest",
];
const COUNTED: ReadonlySet<string> = new Set(["count", "days", "share"]);
const STEM = 4;
const WORDS_AFTER = 14;
const WORDS_BEFORE = 5;
const EMPTY = new Set(
  "days day nights night weeks week since your the last time have been with that this ago before change over than".split(
    " ",
  ),
);

/** Whether a count or a number of days is of what the fact's label counts: "3 hard sessions". */
export function isCounted(read: ReadText, quantity: Quantity, fact: Fact): boolean {
  if (!COUNTED.has(fact.unit)) return false;
  const said = [...wordsBefore(read, quantity), ...wordsAfter(read, quantity)];
  const stems = new Set(wordsOf(fact.label).filter(isTelling).map(stemOf));
  return said.filter(isTelling).some((word) => stems.has(stemOf(word)));
}

/** "4 easy sessions" where four were hard. */
export function isOfOtherKind(read: ReadText, quantity: Quantity, fact: Fact): boolean {
  if (!COUNTED.has(fact.unit)) return false;
  const label = wordsOf(fact.label);
  const kinds = KINDS.filter((kind) => label.includes(kind));
  const said = wordsAfter(read, quantity);
  return kinds.length > 0 && KINDS.some((kind) => said.includes(kind) && !kinds.includes(kind));
}

/** The words of the number and those after it, to the end of its clause. */
function wordsAfter(read: ReadText, quantity: Quantity): string[] {
  const after = wordsOf(read.plain.slice(quantity.end, clauseOf(read, quantity)?.end));
  const own = wordsOf(read.plain.slice(quantity.start, quantity.end));
  return [...own, ...after.slice(0, WORDS_AFTER)];
}

/** "There was a hard session on 5 days." */
function wordsBefore(read: ReadText, quantity: Quantity): string[] {
  const start = clauseOf(read, quantity)?.start ?? 0;
  return wordsOf(read.plain.slice(start, quantity.start)).slice(-WORDS_BEFORE);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

function isTelling(word: string): boolean {
  return word.length >= STEM && !EMPTY.has(word);
}

function stemOf(word: string): string {
  return word.slice(0, STEM);
}

/** The words that tell what one number is: those that are no other number's. */
import type { Quantity } from "./claim-types";
import { type ReadText, sentenceOf } from "./read-text";

export type WordsAround = {
  /** Up to the number, from the number before it in the sentence on. */
  readonly before: string;
  /** Whether a comma, a colon or a bracket stands right before the number. */
  readonly isApart: boolean;
  /** From the number to the next one, a comma or a conjunction. */
  readonly after: string;
};

const BREAK = /[,;:()–—]|(?<!\p{L})(?:and|but|while|whereas|where|when|though|so)(?!\p{L})/gu;

/** @param numbers those that have words of their own, in the order of the text */
export function wordsAround(
  read: ReadText,
  { start, end }: Quantity,
  numbers: readonly Quantity[],
): WordsAround {
  const sentence = sentenceOf(read, { start, end });
  const near = numbers.filter((one) => one.start >= sentence.start && one.end <= sentence.end);
  const last = near.findLast((one) => one.end <= start);
  const next = near.find((one) => one.start >= end);
  const before = read.plain.slice(last?.end ?? sentence.start, start);
  const after = read.plain.slice(end, next?.start ?? sentence.end);
  const cut = after.search(BREAK);
  const led = before.replace(/[ ,:(]+$/u, " ");
  const own = last ? afterBreak(led) : led;
  // "Higher than usual: 55": what a colon explains has been said; "usual: 48" is its name.
  const isSaid =
    /: ?$/u.test(before) && (last ? own === led : /(?<!\p{L})than(?!\p{L})/u.test(led));
  // "1.7 times your usual load, 629 in total": the load is the multiple's.
  const isMultiple = last?.readings.some(({ dimension }) => dimension === "times") ?? false;
  return {
    before: isSaid || (isMultiple && /, ?$/u.test(before)) ? " " : own,
    isApart: /[,:(] ?$/u.test(before),
    after: cut < 0 ? after : after.slice(0, cut),
  };
}

const STRONG = /[;:()–—](?= ?\p{L})/gu;

/** What follows the break: what stands before it is the other number's. */
function afterBreak(words: string): string {
  const found = [...words.matchAll(STRONG)].at(-1) ?? [...words.matchAll(BREAK)][0];
  return found ? words.slice(found.index + found[0].length) : words;
}

/** Numbers that belong to words which the facts carry: "best 20-minute power", "two easy days". */
import type { Fact } from "@/lib/training/insights/finding";
import type { Quantity, Reading } from "./claim-types";
import { isSizeOf, isUnitOf } from "./fits-value";
import { namesOf } from "./metric-names";
import { isStretch } from "./named-days";
import { metricsAt } from "./named-metrics";
import { plainText } from "./plain-text";
import { readQuantities } from "./read-quantities";
import { type ReadText, sentenceOf } from "./read-text";

/** Words that may be repeated, and what they belong to. */
export type Quotes = readonly Quote[];
type Quote = {
  readonly id: string;
  readonly plain: string;
  readonly quantities: readonly Quantity[];
  /** Set for a fact's label: the text must name that metric. */
  readonly fact: Fact | null;
};

const WORDS_AROUND = 3;
const TELLING = 4;
const EMPTY = new Set(
  "last days nights week weeks time been have this that over your with were than from".split(" "),
);

export function quoteOf(id: string, text: string, fact: Fact | null = null): Quote {
  const plain = plainText(text);
  return { id, plain, quantities: readQuantities(plain, "en", []), fact };
}

/** "a fourth hard day", "two of them": the numbers of a text that are none of its evidence. */
export function idleNumbers(quote: Quote, evidence: readonly Fact[]): Quote {
  const isIdle = (quantity: Quantity) =>
    /^[\p{L}-]+$/u.test(quote.plain.slice(quantity.start, quantity.end).split(" ")[0] ?? "") &&
    !evidence.some((fact) => isUnitOf(quantity, fact) && isSizeOf(quantity, fact));
  return { ...quote, quantities: quote.quantities.filter(isIdle) };
}

/** The id of the words that the number is repeated from; null when it is nowhere. */
export function quotedFrom(read: ReadText, quantity: Quantity, quotes: Quotes): string | null {
  const { start, end } = sentenceOf(read, quantity);
  const around = wordsAround(read.plain.slice(0, end), quantity, start);
  const metrics = metricsAt(read, quantity);
  for (const { id, plain, quantities, fact } of quotes) {
    if (fact && !metrics?.some(({ name }) => namesOf(fact).has(name))) continue;
    const isRepeated = quantities.some(
      (other) =>
        isSameReading(quantity.readings[0], other.readings[0]) &&
        (fact
          ? isStretch(read, quantity) || lastWord(read.plain, quantity) === lastWord(plain, other)
          : isWrittenAlike(read.plain, quantity, plain, other)) &&
        // "Held for 20 minutes" of the best 20 minutes that the text is about.
        ((fact !== null && read.topic.has(fact.id) && isStretch(read, quantity)) ||
          wordsAround(plain, other).some((word) => around.includes(word))),
    );
    if (isRepeated) return id;
  }
  return null;
}

/** "one hard session" of an advice is no "1 hard session" that was counted. */
function isWrittenAlike(text: string, a: Quantity, other: string, b: Quantity): boolean {
  if (!["bare", "count", "days"].includes(a.readings[0]?.dimension ?? "bare")) return true;
  const written = (plain: string, { start, end }: Quantity) =>
    plain.slice(start, end).split(" ")[0];
  const next = (plain: string, { start }: Quantity) => plain.slice(start).split(" ").slice(1, 3);
  const [[one, noun = ""], [same, own = ""]] = [next(text, a), next(other, b)];
  const isOtherNumber = noun !== own && noun.startsWith(own.slice(0, TELLING));
  return written(text, a) === written(other, b) && one === same && !(own && isOtherNumber);
}

function lastWord(text: string, { start }: Quantity): string {
  return /(\p{L}+)[^\p{L}]*$/u.exec(text.slice(0, start))?.[1] ?? "";
}

function isSameReading(a: Reading | undefined, b: Reading | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.dimension === b.dimension &&
    Math.abs(a.value * a.factor - b.value * b.factor) < 1e-9
  );
}

function wordsAround(text: string, { start, end }: Quantity, from = 0): string[] {
  const before = telling(text.slice(from, start)).slice(-WORDS_AROUND);
  return [...before, ...telling(text.slice(end)).slice(0, WORDS_AROUND)];
}

function telling(text: string): string[] {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.filter((word) => word.length >= TELLING && !EMPTY.has(word));
}

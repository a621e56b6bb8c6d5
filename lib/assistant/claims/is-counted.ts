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
const INTENSITIES = ["hard", "easy", "moderate", "key"];
const COUNTED: ReadonlySet<string> = new Set(["count", "days", "share"]);
const STEM = 4;
const WORDS_AFTER = 14;
const WORDS_BEFORE = 5;
const EMPTY = new Set(
  "days day nights night weeks week since your the last time have been with that this ago before change over than".split(
    " ",
  ),
);

/** Nouns that end what is counted; "times" are sessions. */
const NOUNS =
  /^(?:sessions?|rides?|runs?|swims?|workouts?|activities|trainings?|times|outings?|days?|nights?|mornings?|weeks?)$/u;
const MOST_WORDS = 4;
/** "of the last week's nights". */
const MOST_AWAY = 8;

/** Of the words from the number on, those up to what is counted. */
function nounPhrase(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => NOUNS.test(word));
  return words.slice(0, end < 0 || end >= MOST_WORDS ? MOST_WORDS : end + 1);
}

const SESSIONS = /^(?:sess|ride|runs|swim|work|acti|trai|time|outi|effo)/u;

const TIMES = new Set(["once", "twice", "thrice"]);

/** "5 of the last week's nights", "21 times": of a text's own topic a bare noun says enough. */
export function isCountedTopic(read: ReadText, quantity: Quantity, fact: Fact): boolean {
  if (!COUNTED.has(fact.unit) || fact.unit === "share" || !read.topic.has(fact.id)) return false;
  const [noun = ""] = wordsOf(fact.label).filter((word) => NOUNS.test(word));
  const said = wordsAfter(read, quantity)
    .slice(0, MOST_AWAY)
    .map((word) => (TIMES.has(word) ? "times" : word))
    .filter((word) => NOUNS.test(word));
  const isSame = (word: string) =>
    stemOf(word) === stemOf(noun) || (SESSIONS.test(word) && SESSIONS.test(noun));
  return noun !== "" && said.some(isSame);
}

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
  const label = wordsOf(`${fact.label} ${fact.id}`);
  const kinds = KINDS.filter((kind) => label.includes(kind));
  const after = wordsAfter(read, quantity);
  const said = fact.unit === "share" ? after : nounPhrase(after);
  // "Your watch missed 5 nights": what is done to nights is no sort of them.
  const sorts = kinds.length > 0 ? KINDS : INTENSITIES;
  const isOther = (kind: string) => sorts.includes(kind) && !kinds.includes(kind);
  if (kinds.length === 0 && fact.unit !== "count") return false;
  // "You trained easy on 4 days": said before the number where nothing is said after it.
  const before = said.some((word) => KINDS.includes(word)) ? [] : wordsBefore(read, quantity);
  return said.some(isOther) || before.some(isOther);
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

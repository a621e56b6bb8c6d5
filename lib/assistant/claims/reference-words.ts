/** Whether a number is told as a mean, a usual value or a limit, or as the value itself. */
import type { Fact } from "@/lib/training/insights/finding";
import { directionBeside } from "./check-sign";
import type { Quantity } from "./claim-types";
import { isChange, isReference, isSameMetric, lengthInDays } from "./fact-kind";
import { daysAt } from "./named-days";
import { asRangeEnd } from "./range-ends";
import { clauseOf, type ReadText, sentenceOf } from "./read-text";

const MEAN = "mean|average|usual|baseline|normal|typical|norm|usually|normally|averaged|averages";
/** At most five words between "mean" and its number. */
const MEAN_BEFORE = new RegExp(
  `(?<!\\p{L})(?<!(?:above|below|over|under|than|from|against|to)(?: \\p{L}+'?\\p{L}*){0,2} )(?:${MEAN})(?: [\\p{L}'-]+){0,5} $`,
  "u",
);
const MEAN_AFTER = /^ (?:\p{L}+ )?(?:mean|average|baseline|usual|on average|as usual)(?!\p{L})/u;
const COMPARED = new RegExp(
  `(?<!\\p{L})(?:${MEAN}|against|compared|than|versus|vs|range|between|limits?|threshold|target|median|previous|before|from|expected|past|above|below|within|outside|need|over|under|mittel|üblich|moyenne|habituel|gegen|contre)(?!\\p{L})`,
  "u",
);

const CALLED_MEAN = new RegExp(
  `(?<!\\p{L})(?:${MEAN}|this week|the week|weeks|month|(?:a|per|each|every) night)(?!\\p{L})`,
  "u",
);
const USUAL_BEFORE =
  /(?<!\p{L})(?:usual|usually|normal|normally|typical|mean|average|need|baseline)(?: [\p{L}'-]+){0,3} $/u;

/** "your usual week of 370". */
export function isCalledUsual(read: ReadText, quantity: Quantity): boolean {
  return USUAL_BEFORE.test(read.plain.slice(0, quantity.start));
}

const FEW_DAYS =
  /(?<!\p{L})(?:last|past|these|recent) (?:few |couple of |some )?(?:days|nights|mornings)(?!\p{L})/u;
const MOST_FEW = 7;

/** Of the facts that the number can be, those of the sort that the words around it tell. */
export function isMeantAsReference(
  read: ReadText,
  quantity: Quantity,
  left: readonly Fact[],
  all: readonly Fact[],
): readonly Fact[] {
  const clause = clauseOf(read, quantity);
  const before = read.plain.slice(clause?.start ?? 0, quantity.start);
  const after = read.plain.slice(quantity.end, clause?.end);
  const ends = asRangeEnd(read, quantity, left, all);
  if (ends !== null) return ends;
  if (MEAN_BEFORE.test(before) || MEAN_AFTER.test(after)) {
    return left.filter((fact) =>
      // "The mean rose by 3": a change needs its direction, or it is no mean.
      isChange(fact)
        ? directionBeside(read, quantity) !== null
        : isReference(fact) || lengthInDays(fact) > 1,
    );
  }
  // "in the last nights", "these days": a few of them together.
  if (FEW_DAYS.test(`${before} ${after}`)) {
    const few = left.filter((fact) => !isReference(fact) || lengthInDays(fact) <= MOST_FEW);
    if (few.length > 0) return few;
  }
  const isCompared = COMPARED.test(before) || COMPARED.test(after);
  if (isCompared || daysAt(read, quantity).mentions.some(({ kind }) => kind !== "day")) return left;
  // What a text is about may be called a mean anywhere in its sentence.
  const { start: from, end: to } = sentenceOf(read, quantity);
  if (CALLED_MEAN.test(read.plain.slice(from, to))) {
    const own = left.filter(({ id }) => read.topic.has(id));
    if (own.length > 0) return own;
  }
  const hasPlain = (fact: Fact) =>
    all.some((other) => isSameMetric(fact, other) && !isReference(other) && !isChange(other));
  // Of the text's own topic the words around tell which of its numbers it is (check-sides.ts).
  return left.filter((fact) => !isReference(fact) || !hasPlain(fact) || read.topic.has(fact.id));
}

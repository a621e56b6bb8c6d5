/** Numbers that are the two ends of a normal range. */
import type { Fact } from "@/lib/training/insights/finding";
import type { Quantity } from "./claim-types";
import { isLowEnd, isRangeEnd, isSameMetric } from "./fact-kind";
import { clauseOf, type ReadText, sentenceOf, within } from "./read-text";

/** "between 47 and", "range is 47–". */
const RANGE_BEFORE =
  /(?<!\p{L})(?:between|(?<!(?:out of|outside|below|above|under|over)(?: (?:the|your|its))?(?: own| normal| usual)? )range(?: for [\p{L} ]+?)?(?: is| of| from|:| runs from)(?: between| from)?) (?:[\d.,]+(?: ?(?:ms|bpm|h|%))?(?: ?[–-] ?| and | to ))?$/u;
const LINK = /^(?: ?[\p{L}%]*)?(?: ?[–-] ?| to | and )$/u;
const RANGE_WORDS = /(?<!\p{L})(?:normal|usual|range|between)(?!\p{L})/u;

/** The facts that are the end of a range that is said here; null where none is, or none is known. */
export function asRangeEnd(
  read: ReadText,
  quantity: Quantity,
  left: readonly Fact[],
  all: readonly Fact[],
): readonly Fact[] | null {
  const end = rangeEnd(read, quantity);
  const isSaid = end !== null || RANGE_BEFORE.test(read.plain.slice(0, quantity.start));
  const hasEnds = all.some(
    (one) => isRangeEnd(one) && left.some((fact) => isSameMetric(fact, one)),
  );
  if (!isSaid || !hasEnds) return null;
  return left.filter(
    (fact) => isRangeEnd(fact) && (end === null || isLowEnd(fact) === (end === "low")),
  );
}

/** Which end of "58 to 61 ms is normal" or "a range that runs from 58 to 61" the number is. */
function rangeEnd(read: ReadText, quantity: Quantity): "low" | "high" | null {
  const i = read.quantities.findIndex(({ start }) => start === quantity.start);
  const [before, next] = [read.quantities[i - 1], read.quantities[i + 1]];
  if (next && isRange(read, quantity, next)) return "low";
  return before && isRange(read, before, quantity) ? "high" : null;
}

function isRange(read: ReadText, low: Quantity, high: Quantity): boolean {
  if (!LINK.test(read.plain.slice(low.end, high.start))) return false;
  const clause = clauseOf(read, low);
  const before = read.plain.slice(clause?.start ?? 0, low.start);
  if (/(?:runs|reaches|goes|lies) from $/u.test(before)) return true;
  const hasMoved = within(read.directions, clause).some(({ end }) => end <= low.start);
  const isFrom = /from $/u.test(before) && !/range[^.]*from $/u.test(before);
  if (isFrom && hasMoved) return false;
  const after = read.plain.slice(high.end, sentenceOf(read, high).end);
  return (
    RANGE_WORDS.test(before) ||
    /^ (?:(?:that|which) )?(?:is|as|are) (?:your )?(?:normal|usual)/u.test(after)
  );
}

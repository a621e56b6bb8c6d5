/** Of two numbers of one metric, which is the one that the other is held against. */
import type { Fact } from "@/lib/training/insights/finding";
import type { Told } from "./check-direction";
import { ofOtherKind } from "./check-kinds";
import { onOtherSide } from "./check-sides";
import type { Problem } from "./claim-types";
import { isOlder } from "./derived-facts";
import { isChange, isLowEnd, isRangeEnd, isSameMetric } from "./fact-kind";
import { isSizeOf } from "./fits-value";
import type { Placed } from "./placed";
import { clauseOf, type ReadText, sentenceOf } from "./read-text";

const HELD_BEFORE =
  /(?<!\p{L})(?:against|than|from|versus|vs|compared (?:with|to)|usual|usually|normal|typical|previously|formerly|baseline|used to be|instead of)(?: (?!to |now )[\p{L}'-]+){0,4} $/u;
const HELD_AFTER =
  /^(?: [\p{L}-]+){0,4}? (?:before|then|earlier|ago|in a usual|of a usual|is normal|is usual|you (?:seem to )?need|(?:was|were|is) (?:your )?(?:normal|usual))(?!\p{L})/u;
const WAS = /(?<!\p{L})(?:was|were) $/u;
const IS = /(?<!\p{L})(?:is|are|now|currently)(?: (?:now|at))? $/u;
/** What words beside a number make of it, and the label of the fact that it may not be then. */
type Called = { readonly words: RegExp; readonly isNot: (fact: Fact) => boolean };
const CALLED: readonly Called[] = [
  {
    words: /(?<!\p{L})need(?:ed|s)?(?: (?:of|is|about|a))* $/u,
    isNot: ({ unit, label }) => unit === "s" && !/need/i.test(label),
  },
  {
    words: /(?<!\p{L})(?:got|slept)(?: (?:only|just|about))* $/u,
    isNot: ({ label }) => /need|missed|debt/i.test(label),
  },
  { words: /(?<!\p{L})held $/u, isNot: ({ label }) => /in use|stand for/i.test(label) },
  {
    words: /(?<!\p{L})best (?:20 minutes|twenty minutes|(?:long )?effort)(?: [\p{L}'-]+){0,2} $/u,
    isNot: ({ label }) => /in use|stand for/i.test(label),
  },
  {
    words: /(?<!\p{L})an ftp of $/u,
    isNot: ({ label }) => /^best|in use/i.test(label),
  },
  {
    words: /(?<!\p{L})(?:train by|in use|set to|set at|currently)(?: [\p{L}'-]+){0,2} $/u,
    isNot: ({ label }) => /stand for|suggest|^best/i.test(label),
  },
  {
    words: /(?<!\p{L})(?:stands? for|suggests?|points? to|would be)(?: [\p{L}'-]+){0,4} $/u,
    isNot: ({ label }) => /in use/i.test(label),
  },
  {
    words:
      /(?<!\p{L})(?:(?:low|lower|bottom) end(?: [\p{L}'-]+){0,5} \(?|range (?:begins|starts) at )$/u,
    isNot: (fact) => !isLowEnd(fact),
  },
  {
    words: /(?<!\p{L})(?:high|upper|top) end(?: [\p{L}'-]+){0,5} \(?$/u,
    isNot: (fact) => !isRangeEnd(fact) || isLowEnd(fact),
  },
];

export function checkRoles(read: ReadText, told: Told, facts: readonly Fact[]): Problem[] {
  const placed = told.flatMap(({ quantity, checked }) =>
    checked.fact && !isChange(checked.fact) ? [{ quantity, fact: checked.fact }] : [],
  );
  const changes = told.flatMap(({ quantity, checked }) =>
    checked.fact && isChange(checked.fact) ? [{ quantity, fact: checked.fact }] : [],
  );
  const inOrder = [...placed, ...changes].sort((a, b) => a.quantity.start - b.quantity.start);
  return [
    ...changes.filter((one) => COMPARED_TO.test(read.plain.slice(0, one.quantity.start))),
    ...placed.filter((one) => isNewestOfBefore(read, one, facts)),
    ...onOtherSide(read, inOrder, facts),
    ...ofOtherKind(read, inOrder, facts),
    ...placed.filter((one) => MOVED_BY.test(read.plain.slice(0, one.quantity.start))),
  ]
    .map((one) => problem(read, one))
    .concat(rolesOf(read, placed, facts));
}

/** What something is held against is no change, and what something moved by is nothing else. */
const COMPARED_TO =
  /(?<!\p{L})(?:against|than|versus|vs|compared (?:with|to))(?: (?:the|your|a))? $/u;
const MOVED_BY = /(?<!\p{L})(?<!(?:ma[dk]es?|adds?|added|buil[dt]|caught) )(?:up|down)(?: by)? $/u;

const BEFORE = /^(?: [\p{L}-]+){0,5}? (?:before|then|earlier|ago)(?!\p{L})/u;

/** "the 54 bpm of the weeks before", where 54 is the newest that the finding has. */
function isNewestOfBefore(
  read: ReadText,
  { quantity, fact }: Placed,
  facts: readonly Fact[],
): boolean {
  const after = read.plain.slice(quantity.end, clauseOf(read, quantity)?.end);
  if (!BEFORE.test(after) || !read.topic.has(fact.id)) return false;
  const own = facts.filter((one) => read.topic.has(one.id) && isSameMetric(one, fact));
  const values = own.filter((one) => one !== fact && !isChange(one));
  const hasTwinOf = values.some((one) => isSizeOf(quantity, one));
  return !hasTwinOf && values.length > 0 && values.every((one) => isOlder(one, fact));
}

function rolesOf(read: ReadText, placed: readonly Placed[], facts: readonly Fact[]): Problem[] {
  return placed.flatMap((one, i) => [
    ...(isMiscalled(read, one) ? [problem(read, one)] : []),
    ...placed.slice(i + 1).flatMap((other) => swapped(read, one, other, facts) ?? []),
  ]);
}

function isMiscalled(read: ReadText, { quantity, fact }: Placed): boolean {
  const before = read.plain.slice(0, quantity.start);
  const after = read.plain.slice(quantity.end);
  if (/^ (?:(?:are|is|of sleep) )?(?:missing|missed)(?!\p{L})/u.test(after) && fact.unit === "s") {
    return !/missed|debt/i.test(fact.label);
  }
  // "61 ms as the lower limit".
  const end = /^ (?:as|is|being) (?:the |your )?(?:(low|bottom)|high|top|upper)/u.exec(after);
  if (end && isRangeEnd(fact) && isLowEnd(fact) !== (end[1] !== undefined)) return true;
  return CALLED.some(({ words, isNot }) => words.test(before) && isNot(fact));
}

/** "Against 52 bpm before, at 48 bpm now", where it is the other way round. */
function swapped(
  read: ReadText,
  one: Placed,
  other: Placed,
  facts: readonly Fact[],
): Problem | null {
  const sentence = sentenceOf(read, one.quantity);
  const isNear = other.quantity.start >= sentence.start && other.quantity.end <= sentence.end;
  if (!isNear || !isSameMetric(one.fact, other.fact) || isCapacity(one.fact)) return null;
  const held = heldOf(read, one, other);
  if (held === null) return null;
  if (one.fact === other.fact) return hasTwin(read, held, facts) ? null : problem(read, held);
  const now = held === one ? other : one;
  return isOlder(now.fact, held.fact) ? problem(read, held) : null;
}

/** Which of two settings is the newer one says nothing of which is held against which. */
function isCapacity({ id }: Fact): boolean {
  return id.startsWith("ftp.") || id.startsWith("threshold");
}

/** Another fact of the metric with the same number: it may be held against itself then. */
function hasTwin({ topic }: ReadText, { quantity, fact }: Placed, facts: readonly Fact[]): boolean {
  const meant = facts.filter(({ id }) => topic.size === 0 || topic.has(id));
  return meant.some((one) => one !== fact && isSameMetric(one, fact) && isSizeOf(quantity, one));
}

function heldOf(read: ReadText, one: Placed, other: Placed): Placed | null {
  const [a, b] = [isHeld(read, one), isHeld(read, other)];
  if (a !== b) return a ? one : other;
  if (a) return null;
  if (isTense(read, one, WAS) && isTense(read, other, IS)) return one;
  return isTense(read, other, WAS) && isTense(read, one, IS) ? other : null;
}

function isHeld(read: ReadText, { quantity }: Placed): boolean {
  const clause = clauseOf(read, quantity);
  const before = read.plain.slice(clause?.start ?? 0, quantity.start);
  return HELD_BEFORE.test(before) || HELD_AFTER.test(read.plain.slice(quantity.end, clause?.end));
}

function isTense(read: ReadText, { quantity }: Placed, words: RegExp): boolean {
  return words.test(read.plain.slice(0, quantity.start));
}

function problem(read: ReadText, { quantity, fact }: Placed): Problem {
  const { start, end } = quantity;
  const said = read.plain.slice(start, end);
  return {
    start,
    end,
    kind: "metric",
    said,
    why: `“${said}” is ${fact.label}, not the other one.`,
  };
}

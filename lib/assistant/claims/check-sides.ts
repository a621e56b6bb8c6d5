/** Of the numbers that a finding has of one metric, whether each is told as the one that it is. */
import type { Fact } from "@/lib/training/insights/finding";
import { isOlder } from "./derived-facts";
import { isAgainst, isChange, isRangeEnd, isSameMetric } from "./fact-kind";
import { isSizeOf } from "./fits-value";
import type { Placed } from "./placed";
import { type ReadText, sentenceOf } from "./read-text";
import { type WordsAround, wordsAround } from "./words-around";

type Side = "now" | "then";

const AGO =
  "(?:weeks?|months?|days?|nights?|mornings?|fortnight|year|that|long|period|those) (?:before|ago|earlier|previously|prior)|last month|month-long";
const NORMAL = "usual|usually|normal|normally|typical|typically|norm|baseline|standard|habitual";
const FORMER =
  "previous|previously|former|formerly|earlier|old|older|used to|until (?:then|now|recently)|so far|prior";
const HELD = "against|than|from|versus|vs|compared (?:with|to)|instead of|rather than|ahead of";
const FEW = "(?:,? [\\p{L}'-]+){0,6}";

const THEN_BEFORE = [
  new RegExp(`(?<!\\p{L})(?:${HELD}|${NORMAL}|${FORMER}|expected)${FEW},? $`, "u"),
  new RegExp(`(?<!\\p{L})(?:above|below)(?: (?:the|your|its|a|an|what))+${FEW} $`, "u"),
  new RegExp(
    `(?<!\\p{L})(?:${AGO}|before(?=[,:]? (?:that|this|it|they|was|were|the)))(?!\\p{L})`,
    "u",
  ),
  /(?:^|[,;:.] ?)before[,:]?(?: \p{L}+){0,3} $/u,
];
const NOW_BEFORE = [
  new RegExp(
    `(?<!\\p{L})(?:now|today|currently|this week|this one|this morning|last night|reached|new|by now)${FEW},? $`,
    "u",
  ),
  /(?<!\p{L})(?<!(?:compared|next|close|prior|used|according) )to $/u,
];
const THEN_AFTER = [
  new RegExp(
    `^(?: [\\p{L}'-]+){0,5}? (?:before|then|earlier|ago|previously|${FORMER}|in (?:a|your) (?:${NORMAL}) \\p{L}+|of (?:a|your) (?:${NORMAL})|to beat|is (?:what|where) .*(?:${NORMAL}).*|(?:is|are|was|were|had been|would be|being)(?: [\\p{L}']+){0,2} (?:${NORMAL}|expected|the mark|your mark))(?!\\p{L})`,
    "u",
  ),
  /^ (?:was|were)[.!?]?$/u,
  new RegExp(
    `^ (?:in|over|of|for|during|across|per) (?:the |your )?(?:[\\p{L}\\d-]+ ){0,2}(?:${AGO}|last month)`,
    "u",
  ),
];
const NOW_AFTER = [
  /^(?: [\p{L}'-]+){0,4}? (?:now|today|currently|this week|this morning|last night|these days)(?!\p{L})/u,
  // "52 is 4 higher than …", "1155: that is 1.9 times …".
  /^(?: [\p{L}'-]+){0,3} (?:is|was|sits|stands|lies|stays|are|were) (?:well |just |about |still )?$/u,
  /^ (?:is|was|sits|stands|lies|stays) (?:[\p{L}]+ )?(?:above|below|over|under|higher|lower|more|less|up|down|a jump)(?!\p{L})/u,
];

/** Excuses the older number, and accuses no newer one. */
function isWas({ plain }: ReadText, { quantity }: Placed): boolean {
  return WAS.test(plain.slice(0, quantity.start));
}

const WAS = /(?<!\p{L})(?:was|were|had|stood|came|been)(?: (?:at|in))? $/u;

/** The numbers that are told as the other one of two, or as both of them. */
export function onOtherSide(
  read: ReadText,
  placed: readonly Placed[],
  facts: readonly Fact[],
): Placed[] {
  const topic = facts.filter(({ id }) => read.topic.has(id));
  const numbers = placed.map(({ quantity }) => quantity);
  const values = placed.filter(({ fact }) => read.topic.has(fact.id) && isSide(fact));
  return values.filter((one, i) => {
    const rivals = rivalsOf(one, topic);
    if (rivals.length === 0) return false;
    if (values.slice(0, i).some((other) => isTwice(read, other, one))) return true;
    const side = sideOf(wordsAround(read, one.quantity, numbers));
    if (rivals.every((rival) => isOlder(rival, one.fact))) return side === "then";
    const hasNewer = values.some(
      ({ fact }) => isSameMetric(fact, one.fact) && isOlder(one.fact, fact),
    );
    const isSaid = side === "then" || (side === null && hasNewer && isWas(read, one));
    return rivals.some((rival) => isOlder(one.fact, rival)) && !isSaid;
  });
}

/** The other values of the metric, of other size: two that are the same may stand for each other. */
function rivalsOf({ quantity, fact }: Placed, topic: readonly Fact[]): Fact[] {
  const others = topic.filter((one) => one !== fact && isSide(one) && isSameMetric(one, fact));
  return others.some((one) => isSizeOf(quantity, one)) ? [] : others;
}

/** Needs, debts, range ends and capacities are told apart by words of their own. */
function isSide(fact: Fact): boolean {
  const isOther = /need|missed|debt|range/i.test(fact.label) || fact.id.startsWith("ftp.");
  return !isOther && !isChange(fact) && !isAgainst(fact) && !isRangeEnd(fact);
}

function isTwice(read: ReadText, one: Placed, other: Placed): boolean {
  const { start } = sentenceOf(read, other.quantity);
  return one.fact === other.fact && one.quantity.start >= start;
}

function sideOf({ before, after, isApart }: WordsAround): Side | null {
  const [said, follows] = [
    pick(before, THEN_BEFORE, NOW_BEFORE, isLater),
    pick(after, THEN_AFTER, NOW_AFTER, isSooner),
  ];
  // What leads to the number counts for more, unless that has ended: "a month ago (52 now".
  return isApart ? (follows ?? said) : (said ?? follows);
}

type Nearer = (a: number, b: number) => boolean;
const isLater: Nearer = (a, b) => a > b;
const isSooner: Nearer = (a, b) => a < b;

function pick(
  words: string,
  then: readonly RegExp[],
  now: readonly RegExp[],
  isNearer: Nearer,
): Side | null {
  const place = (patterns: readonly RegExp[]) =>
    patterns.flatMap((pattern) => {
      const found = pattern.exec(words);
      return found ? [isNearer === isLater ? found.index : found.index + found[0].length] : [];
    });
  const best = (places: readonly number[]) =>
    places.reduce<number | null>((a, b) => (a === null || isNearer(b, a) ? b : a), null);
  const [a, b] = [best(place(then)), best(place(now))];
  if (a === null || b === null) return a !== null ? "then" : b !== null ? "now" : null;
  return isNearer(b, a) ? "now" : "then";
}

/** Which days a number is said of. */
import type { DayMention, Quantity, Span } from "./claim-types";
import { clauseOf, type ReadText, within } from "./read-text";

export type SaidDays = {
  readonly mentions: readonly DayMention[];
  /** Said with the number itself, not earlier in the sentence. */
  readonly isOwn: boolean;
};

const NOTHING: SaidDays = { mentions: [], isOwn: true };
const CONTRAST = /^(?:against|compared|versus|vs|than|gegen|contre)(?!\p{L})/u;
const PRESENT = /(?<!\p{L})(?:now|currently)(?!\p{L})/u;
const STRETCH_BEFORE =
  /(?:over|across|of|in|within|during|for|since|after|these|the|your|last|past|a|its)(?: \p{L}+)? $/u;

const MONTH_DAYS = 30;
const NAMED_DAY = /yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|\d(?!.* ago$)/u;

export function daysAt(read: ReadText, place: Span): SaidDays {
  const clause = clauseOf(read, place);
  if (clause === null) return NOTHING;
  const own = daysWithin(read, clause, place).filter((mention) =>
    isBinding(read, clause, place, mention),
  );
  if (own.length > 0) return { mentions: pairedDay(read, clause, place) ?? own, isOwn: true };
  const text = read.plain.slice(clause.start, clause.end);
  // "Up 14 in seven days, to 87": where it got to is of no stretch.
  if (/^, ?(?:up |down )?to /u.test(text)) return NOTHING;
  if (CONTRAST.test(text) || PRESENT.test(text)) return NOTHING;
  const clauses = read.clauses.filter(({ sentence }) => sentence === clause.sentence);
  const earlier = clauses.filter(({ start }) => start < clause.start).reverse();
  const next = clauses.find(({ start }) => start === clause.end);
  const silent = next && within(read.quantities, next).length === 0 ? [next] : [];
  for (const other of [...earlier, ...silent]) {
    const mentions = daysWithin(read, other, place);
    // "Your best came on Monday: 312 W": a named day that has no other number has this one.
    const isOwn =
      within(read.quantities, other).length === 0 &&
      mentions.some((mention) => NAMED_DAY.test(read.plain.slice(mention.start, mention.end)));
    if (mentions.length > 0) return { mentions, isOwn };
  }
  return NOTHING;
}

/** A stretch over which a number moved is of neither end; of several numbers it is the nearest's. */
function isBinding(read: ReadText, clause: Span, place: Span, mention: DayMention): boolean {
  if (mention.kind === "day") return true;
  // "48 was normal until last week".
  if (mention.kind === "week" && mention.isEdge) return false;
  const numbers = within(read.quantities, clause).filter(
    (one) => one.start !== mention.start && stretchOf(read, one).length === 0,
  );
  const i = numbers.findIndex(({ start }) => start === place.start);
  if (isMove(read, numbers[i], numbers[i + 1]) || isMove(read, numbers[i - 1], numbers[i])) {
    return false;
  }
  if (mention.kind !== "period" || numbers.length < 2) return true;
  const away = ({ start, end }: Span) =>
    start >= mention.end ? start - mention.end : mention.start - end;
  return !numbers.some((one) => one.start !== place.start && away(one) < away(place));
}

const MOVE_FROM = /(?<!\p{L})(?:from|to) (?:[\p{L}'-]+ ){0,3}$/u;
const MOVE_TO = /^(?: [\p{L}'-]+){0,3} (?:to|from) (?:[\p{L}'-]+ ){0,3}$/u;

/** "from 48 to 52". */
function isMove(read: ReadText, a: Span | undefined, b: Span | undefined): boolean {
  if (!a || !b) return false;
  return (
    MOVE_FROM.test(read.plain.slice(0, a.start)) && MOVE_TO.test(read.plain.slice(a.end, b.start))
  );
}

function daysWithin(read: ReadText, clause: Span, place: Span): DayMention[] {
  const stretches = within(read.quantities, clause)
    .filter(({ start }) => start !== place.start)
    .flatMap((quantity) => stretchOf(read, quantity));
  return [...within(read.days, clause), ...stretches];
}

/** "28-day mean", "over 28 days": a number of days that says of when another number is. */
function stretchOf(read: ReadText, quantity: Quantity): DayMention[] {
  const reading = quantity.readings.find(({ dimension }) => dimension === "days");
  if (!reading || !isStretch(read, quantity)) return [];
  const { start, end } = quantity;
  const length = reading.value * reading.factor;
  const months = reading.factor === MONTH_DAYS ? reading.value : undefined;
  const mention = { start, end, kind: "period" as const, spans: [], length, isEdge: false };
  return [months === undefined ? mention : { ...mention, months }];
}

export function isStretch(read: ReadText, { start, end }: Span): boolean {
  const written = read.plain.slice(start, end);
  const isFirst = /(?:^|[.!?\n:] ?)$/u.test(read.plain.slice(0, start));
  // "Seven nights with a mean of …", "Two weeks of …", "Fourteen nights, …".
  if (
    isFirst &&
    /^(?:,| with| in a row| of(?! (?:your|the|these|those|last|past|them|all|my|its)))(?!\p{L})/u.test(
      read.plain.slice(end),
    )
  )
    return true;
  return /-(?:day|night|week)/u.test(written) || STRETCH_BEFORE.test(read.plain.slice(0, start));
}

/** "48 ms on Monday to 52 ms on Tuesday": as many days as numbers, in the same order. */
function pairedDay(read: ReadText, clause: Span, place: Span): DayMention[] | null {
  const days = within(read.days, clause).filter(({ kind }) => kind === "day");
  const numbers = within(read.quantities, clause);
  const index = numbers.findIndex(({ start }) => start === place.start);
  const day = days[index];
  return days.length > 1 && days.length === numbers.length && day ? [day] : null;
}

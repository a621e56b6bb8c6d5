import type { LocalDate } from "@/lib/dates/local-date";
import type { Fact } from "@/lib/training/insights/finding";
import type {
  DayMention,
  DirectionMention,
  MetricMention,
  Quantity,
  Span,
  TextLocale,
} from "./claim-types";
import { type Clause, clauseAt, clausesOf } from "./clauses";
import { overlaps } from "./digit-numerals";
import { plainText } from "./plain-text";
import { readDays } from "./read-days";
import { readDirections } from "./read-directions";
import { readMetrics } from "./read-metrics";
import { readQuantities } from "./read-quantities";

/** A text with everything in it that can be checked, each in the order of the text. */
export type ReadText = {
  /** In plain signs and lower case, index for index. */
  readonly plain: string;
  readonly clauses: readonly Clause[];
  readonly quantities: readonly Quantity[];
  readonly days: readonly DayMention[];
  readonly metrics: readonly MetricMention[];
  readonly directions: readonly DirectionMention[];
  /** Digits that belong to nothing above. */
  readonly unread: readonly Span[];
  /** Ids of the facts that the text is about; "it" and "so many times" are theirs. */
  readonly topic: ReadonlySet<string>;
};

export function readText(
  text: string,
  facts: readonly Fact[],
  day: LocalDate,
  locale: TextLocale,
  topic: ReadonlySet<string> = new Set(),
): ReadText {
  const plain = plainText(text);
  const metrics = readMetrics(plain, facts);
  const named = metrics.filter(({ name }) => /\d/.test(name));
  const days = readDays(plain, day);
  const quantities = readQuantities(plain, locale, [...named, ...days]);
  const taken = [...named, ...days, ...quantities];
  return {
    plain,
    clauses: clausesOf(plain),
    quantities,
    days,
    // "rides" is the unit of "3 rides".
    metrics: metrics.filter(
      (metric) =>
        !quantities.some((one) => startsWithin(metric, one) || isRate(plain, one, metric)),
    ),
    directions: readDirections(plain),
    unread: unreadDigits(plain, taken),
    topic,
  };
}

/** What of a list stands in the clause. */
export function within<T extends Span>(list: readonly T[], clause: Span | null): T[] {
  if (clause === null) return [];
  return list.filter(({ start }) => start >= clause.start && start < clause.end);
}

export function clauseOf(read: ReadText, place: Span): Clause | null {
  return clauseAt(read.clauses, place);
}

export function sentenceOf(read: ReadText, place: Span): Span {
  const sentence = clauseOf(read, place)?.sentence;
  const clauses = read.clauses.filter((clause) => clause.sentence === sentence);
  return { start: clauses[0]?.start ?? 0, end: clauses.at(-1)?.end ?? read.plain.length };
}

/** "7 h a night": so much of whatever was named before. */
function isRate(plain: string, { end }: Span, { start, name }: MetricMention): boolean {
  return name === "night" && /^ (?:a|per|each|every) $/u.test(plain.slice(end, start));
}

function startsWithin(inner: Span, outer: Span): boolean {
  return inner.start > outer.start && inner.end <= outer.end;
}

function unreadDigits(text: string, taken: readonly Span[]): Span[] {
  return [...text.matchAll(/[\p{N}]+/gu)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => !taken.some((one) => overlaps(one, span)));
}

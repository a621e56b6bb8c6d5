/** A day or stretch that a text names: some fact or event must be of it. */
import { daysBetween, type LocalDate } from "@/lib/dates/local-date";
import type { Fact } from "@/lib/training/insights/finding";
import type { Claim, DayMention, Problem, Span } from "./claim-types";
import { namesOf } from "./metric-names";
import { type ReadText, sentenceOf, within } from "./read-text";

export type DatedEvent = { readonly fromDay: LocalDate; readonly toDay: LocalDate };

/** Words of the moment, which say of no day what it was. */
const MOMENT =
  /^(?:today|tonight|tomorrow|this morning|this evening|this week|last night|last week|the week before|yesterday)$/u;

/** Null for words that need no fact: "today", and a day whose number was checked with it. */
export function checkDay(
  read: ReadText,
  mention: DayMention,
  facts: readonly Fact[],
  events: readonly DatedEvent[],
): Claim | Problem | null {
  const { start, end } = mention;
  const said = read.plain.slice(start, end);
  if (MOMENT.test(said)) return null;
  const since = mention.ago === undefined ? null : sinceFact(read, mention, facts);
  if (since && since.value === mention.ago) return { start, end, factId: since.id };
  const own = since ? [] : [...named(read, mention, facts), ...facts];
  const fact = own.find((one) => touches(one, mention) && isExact(one, mention));
  if (fact) return { start, end, factId: fact.id };
  const event = events.findIndex((one) => touches(one, mention));
  if (event >= 0) return { start, end, factId: `event:${event}` };
  return { start, end, kind: "day", said, why: `No fact or event is of “${said}”.` };
}

/** Facts of a metric that the sentence names; all where it names none. */
function named(read: ReadText, place: Span, facts: readonly Fact[]): readonly Fact[] {
  const names = within(read.metrics, sentenceOf(read, place)).map(({ name }) => name);
  const found = facts.filter((fact) => names.some((name) => namesOf(fact).has(name)));
  return found.length > 0 ? found : facts;
}

/** "Your last hard session was 3 days ago" where the facts count the days since. */
function sinceFact(read: ReadText, mention: DayMention, facts: readonly Fact[]): Fact | null {
  const text = read.plain.slice(0, mention.start);
  const words = (text.match(/\p{L}{4,}/gu) ?? []).filter((word) => word !== "last");
  const isTold = ({ label }: Fact) => words.some((word) => label.toLowerCase().includes(word));
  const told = facts.filter((fact) => fact.unit === "days" && isTold(fact));
  return told.find(({ value }) => value === mention.ago) ?? told[0] ?? null;
}

/** "6 days ago" is a day, not the beginning of a week. */
function isExact({ fromDay, toDay }: Fact, { ago }: DayMention): boolean {
  return ago === undefined || fromDay === toDay;
}

function touches(span: DatedEvent, { kind, length, spans }: DayMention): boolean {
  if (kind === "period") return daysBetween(span.fromDay, span.toDay) + 1 === length;
  return spans.some(({ from, to }) => span.fromDay === from || span.toDay === to);
}

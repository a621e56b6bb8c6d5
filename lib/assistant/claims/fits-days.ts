import type { Fact } from "@/lib/training/insights/finding";
import type { DayMention } from "./claim-types";
import { isAgainst, isReference, lengthInDays } from "./fact-kind";

/** Whether a fact is of the days that a clause names; every mention must be right. */
export function isOfDays(fact: Fact, mentions: readonly DayMention[]): boolean {
  const days = mentions.filter(({ kind }) => kind === "day");
  // "4 bpm above the 28-day mean", "30 % on the week before": the stretch is what it is held to.
  // So is "this week" beside the days that are left or have gone by.
  const isStretch = ({ kind }: DayMention) =>
    kind === "period" || (kind === "week" && fact.unit !== "days");
  const stretches = isAgainst(fact) ? [] : mentions.filter(isStretch);
  if (!stretches.every((mention) => isOfStretch(fact, mention))) return false;
  // "the last 7 days, from Monday to Sunday": the stretch has spoken, its ends may be named.
  if (stretches.length > 0 && days.every((mention) => isAtEnd(fact, mention))) return true;
  if (days.length === 0) return true;
  return days.some((mention) => isOfDay(fact, mention)) || areEnds(fact, days);
}

function isOfStretch(fact: Fact, { spans, length, kind, months }: DayMention): boolean {
  const days = lengthInDays(fact);
  if (months !== undefined) return days >= 28 * months && days <= 31 * months;
  if (kind === "period") return days === length;
  return spans.some(({ from, to }) => fact.fromDay >= from && fact.toDay <= to);
}

function isOfDay(fact: Fact, { spans, isEdge }: DayMention): boolean {
  return spans.some(({ from }) => {
    if (fact.fromDay === from && fact.toDay === from) return true;
    if (isEdge) return fact.fromDay === from || fact.toDay === from;
    // "This morning your debt is 5 h": a sum up to that day. A mean is of its days only.
    return fact.toDay === from && !isReference(fact);
  });
}

/** Whether the words name the very days of a fact: "last week", "in the week of 9 November". */
export function isOfNamedWeeks(fact: Fact, mentions: readonly DayMention[]): boolean {
  return mentions.some(({ kind, spans, isEdge }) =>
    spans.some(({ from, to }) =>
      kind === "week"
        ? fact.fromDay === from && fact.toDay === to
        : kind === "day" && isEdge && (from === fact.fromDay || from === fact.toDay),
    ),
  );
}

function isAtEnd(fact: Fact, { spans }: DayMention): boolean {
  return spans.some(({ from }) => fact.fromDay === from || fact.toDay === from);
}

/** "from Monday to Sunday". */
function areEnds(fact: Fact, mentions: readonly DayMention[]): boolean {
  const starts = mentions[0]?.spans.some(({ from }) => from === fact.fromDay) ?? false;
  const ends = mentions.at(-1)?.spans.some(({ from }) => from === fact.toDay) ?? false;
  return mentions.length > 1 && starts && ends;
}

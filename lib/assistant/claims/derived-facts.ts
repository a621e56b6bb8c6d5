/** What follows from two facts of one metric: "20 W below the 270 W", "70 % more than usual". */
import type { Fact } from "@/lib/training/insights/finding";
import { isRightOfChange } from "./check-sign";
import type { Quantity } from "./claim-types";
import { isAgainst, isReference, isSameMetric } from "./fact-kind";
import { isSizeOf, isUnitOf } from "./fits-value";
import type { ReadText } from "./read-text";

const HELD_AGAINST =
  /(?<!\p{L})(?:above|below|over|under|than|against|from|to|of)(?: (?:the|your|a|an|its))* $/u;
/** Shown whole: a difference of such numbers is one as well. */
const NEVER = new Set(["count", "days", "ratio", "share", "percent", "degC"]);

/**
 * The difference or the change in percent that the number is, with the id of the newer fact; null
 * where it is none. Both numbers have to be told, or to be the only two that the finding has of
 * their metric: what a reader can reckon is no news.
 */
export function derivedFrom(
  read: ReadText,
  quantity: Quantity,
  facts: readonly Fact[],
): Fact | null {
  // "1 of 10" is where it stands.
  if (/^(?:out of|of|\/)/u.test(quantity.unit)) return null;
  // "above the 547": what something is held against is no difference.
  if (HELD_AGAINST.test(read.plain.slice(0, quantity.start))) return null;
  const values = facts.filter((fact) => !NEVER.has(fact.unit) && !isAgainst(fact));
  const hasTopic = values.some(({ id }) => read.topic.has(id));
  const known = values.filter(
    (fact) => read.topic.has(fact.id) || (!hasTopic && isTold(read, quantity, fact)),
  );
  for (const now of known) {
    for (const then of known) {
      if (now === then || !isSameMetric(now, then) || !isOlder(then, now)) continue;
      if (!areBothKnown(read, quantity, known, now, then)) continue;
      const found = [gapOf(now, then), percentOf(now, then)].find(
        (fact) =>
          fact.value !== 0 &&
          isUnitOf(quantity, fact) &&
          isSizeOf(quantity, fact) &&
          isRightOfChange(read, quantity, fact),
      );
      if (found) return found;
    }
  }
  return null;
}

/** Whether `then` is what `now` may be held against. */
export function isOlder(then: Fact, now: Fact): boolean {
  if (then.toDay !== now.toDay) return then.toDay < now.toDay;
  return isReference(then) && !isReference(now);
}

function areBothKnown(
  read: ReadText,
  quantity: Quantity,
  known: readonly Fact[],
  now: Fact,
  then: Fact,
): boolean {
  if (isTold(read, quantity, now) && isTold(read, quantity, then)) return true;
  const topic = known.filter((fact) => read.topic.has(fact.id) && isSameMetric(fact, now));
  return topic.length === 2 && topic.includes(now) && topic.includes(then);
}

function isTold(read: ReadText, but: Quantity, fact: Fact): boolean {
  return read.quantities.some(
    (one) => one.start !== but.start && isUnitOf(one, fact) && isSizeOf(one, fact),
  );
}

function gapOf(now: Fact, then: Fact): Fact {
  return { ...now, label: labelOf(now, then), value: now.value - then.value };
}

function percentOf(now: Fact, then: Fact): Fact {
  const value = then.value > 0 ? (now.value / then.value - 1) * 100 : 0;
  return { ...now, label: labelOf(now, then), value, unit: "percent" };
}

function labelOf(now: Fact, then: Fact): string {
  return `${now.label}, change against: ${then.label}`;
}

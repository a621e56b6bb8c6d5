/** Signs: "−6", "minus six", "fell by 4". */
import type { Fact } from "@/lib/training/insights/finding";
import type { DirectionMention, Quantity } from "./claim-types";
import { isChange, signOfChange } from "./fact-kind";
import { polarityOf } from "./metric-names";
import { clauseOf, type ReadText, within } from "./read-text";

const MINUS_BEFORE = /(?:minus|negative) $/u;
const CHANGE_WORDS =
  /(?<!\p{L})(?:change|changed|changes|difference|differs|differ|gap|away|off|than|against|versus|vs|by|shift|shifted|drift|drifted|ramp|trend|slope|debt|deficit|shortfall|short|behind|gain|loss|rise|fall|drop|increase|decrease|missing|lost)(?!\p{L})/u;
/** How far from its number a word may stand that gives it a direction. */
const NEAR = 24;

/** A written sign is the fact's; without one only a change may be negative. */
export function isRightSign(read: ReadText, quantity: Quantity, fact: Fact): boolean {
  if (fact.unit === "degC") return true;
  const said = MINUS_BEFORE.test(read.plain.slice(0, quantity.start)) ? -1 : quantity.sign;
  if (said !== 0) return said === Math.sign(fact.value);
  return fact.value >= 0 || isChange(fact);
}

/** A change is told as one, with its direction; what is told as a change is none of the others. */
export function isRightOfChange(read: ReadText, quantity: Quantity, fact: Fact): boolean {
  const direction = directionBeside(read, quantity);
  // "5 bpm above the mean" is no value but a difference.
  if (!isChange(fact)) {
    return direction === null || direction.isJudged || direction.start !== quantity.end + 1;
  }
  if (quantity.sign !== 0) return true;
  if (direction === null) return isToldAsChange(read, quantity);
  return direction.isNegated || signOf(direction, fact) === signOfChange(fact);
}

function isToldAsChange(read: ReadText, quantity: Quantity): boolean {
  const { start, end } = clauseOf(read, quantity) ?? quantity;
  return CHANGE_WORDS.test(read.plain.slice(start, end));
}

/** The word's sign for this metric; 0 when "better" tells nothing of it. */
export function signOf({ sign, isJudged }: DirectionMention, fact: Fact): number {
  return isJudged ? sign * polarityOf(fact) : sign;
}

/** The direction that a number is part of: "rose by 4 bpm", "4 bpm higher". */
export function directionBeside(read: ReadText, quantity: Quantity): DirectionMention | null {
  const clause = clauseOf(read, quantity);
  const others = read.quantities.filter(({ start }) => start !== quantity.start);
  const isBeside = (direction: DirectionMention) => {
    const [from, to] = between(direction, quantity);
    const hasOther = others.some(({ start }) => start >= from && start < to);
    return to - from <= NEAR && !hasOther;
  };
  const near = within(read.directions, clause).filter(isBeside);
  const after = near.filter(({ start }) => start >= quantity.end);
  const before = near.filter(({ start }) => start < quantity.start);
  return nearest(after, before, quantity);
}

function nearest(
  after: readonly DirectionMention[],
  before: readonly DirectionMention[],
  { start, end }: Quantity,
): DirectionMention | null {
  const [next, last] = [after[0], before.at(-1)];
  if (!next || !last) return next ?? last ?? null;
  return next.start - end <= start - last.end ? next : last;
}

function between(
  direction: DirectionMention,
  quantity: Quantity,
): readonly [from: number, to: number] {
  return direction.start >= quantity.end
    ? [quantity.end, direction.start]
    : [direction.end, quantity.start];
}

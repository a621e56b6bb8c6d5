/** "Rose", "below", "better": whether the facts say so too. */
import type { Fact } from "@/lib/training/insights/finding";
import type { Checked } from "./check-quantity";
import { directionBeside, signOf } from "./check-sign";
import type { Claim, DirectionMention, Problem, Quantity } from "./claim-types";
import { isChange, isRangeEnd, signOfChange } from "./fact-kind";
import { isAdvice } from "./is-advice";
import { namesOf } from "./metric-names";
import { metricsAt } from "./named-metrics";
import { type ReadText, sentenceOf, within } from "./read-text";
import { signsOfMetric } from "./signs-of-metric";

/** What is known of a text's numbers when its directions are read. */
export type Told = readonly { readonly quantity: Quantity; readonly checked: Checked }[];

type Evidence = { readonly sign: number; readonly fact: Fact };

/** Null for advice and for words that are said of no metric. */
export function checkDirection(
  read: ReadText,
  direction: DirectionMention,
  facts: readonly Fact[],
  told: Told,
): Claim | Problem | null {
  const linked = linkedEvidence(read, direction, told);
  if (linked.length === 0 && isAdvice(read, direction)) return null;
  const known = linked.length > 0 ? linked : metricEvidence(read, direction, facts, told);
  const evidence =
    known?.length === 0 && direction.isLevel ? levels(read, direction, facts) : known;
  // "Recovery is low": where nothing is known to hold it against, it is no more than a word.
  if (evidence === null || (direction.isLevel && evidence.length === 0)) return null;
  const { start, end } = direction;
  const said = read.plain.slice(start, end);
  const bearing = evidence.find(({ sign, fact }) => {
    const meant = signOf(direction, fact);
    // "Better" of a metric that is neither good nor bad says nothing that could be checked.
    return meant === 0 || (sign === meant) !== direction.isNegated;
  });
  if (bearing) return { start, end, factId: bearing.fact.id };
  const label = evidence[0]?.fact.label;
  const why = label ? `${label} went or stands the other way.` : "No fact shows which way it went.";
  return { start, end, kind: "direction", said, why: `“${said}”: ${why}` };
}

const MIDDLE_SCORE = 50;

/** Where a score or a form stands, when there is nothing that it is held against. */
function levels(read: ReadText, direction: DirectionMention, facts: readonly Fact[]): Evidence[] {
  const names = metricsAt(read, direction)?.slice(0, 1) ?? [];
  return facts
    .filter((fact) => names.some(({ name }) => namesOf(fact).has(name)))
    .flatMap((fact) => {
      if (fact.unit === "score") return [{ sign: fact.value < MIDDLE_SCORE ? -1 : 1, fact }];
      return fact.unit === "load/day" && fact.id.startsWith("form")
        ? [{ sign: Math.sign(fact.value), fact }]
        : [];
    });
}

/** What the numbers beside the word say: "from 48 to 52", "4 bpm higher", "52, above 48". */
function linkedEvidence(read: ReadText, direction: DirectionMention, told: Told): Evidence[] {
  const sentence = sentenceOf(read, direction);
  const near = told.filter(
    ({ quantity, checked }) =>
      checked.fact !== null && quantity.start >= sentence.start && quantity.end <= sentence.end,
  );
  const change = near.find(
    ({ quantity, checked }) =>
      checked.fact !== null &&
      isChange(checked.fact) &&
      directionBeside(read, quantity)?.start === direction.start,
  );
  if (change?.checked.fact) {
    return [{ sign: signOfChange(change.checked.fact), fact: change.checked.fact }];
  }
  return pairEvidence(read, direction, near);
}

function pairEvidence(read: ReadText, direction: DirectionMention, near: Told): Evidence[] {
  const earlier = near.filter(({ quantity }) => quantity.end <= direction.start);
  const before = earlier.at(-1);
  const [first, second] = near.filter(({ quantity }) => quantity.start >= direction.end);
  const moved = moveOf(read, first, second);
  if (moved !== null) return moved;
  const movedBefore = first ? null : moveOf(read, earlier.at(-2), before);
  if (movedBefore !== null) return movedBefore;
  const [a, b] = [before?.checked.fact, first?.checked.fact];
  if (!a || !b || a.unit !== b.unit || a === b || isChange(a) || isChange(b)) return [];
  return [{ sign: Math.sign(a.value - b.value), fact: a }];
}

/** "from 48 to 52" and "to 52 from 48"; null when it is neither. */
function moveOf(
  read: ReadText,
  first: Told[number] | undefined,
  second: Told[number] | undefined,
): Evidence[] | null {
  const [a, b] = [first?.checked.fact, second?.checked.fact];
  if (!first || !second || !a || !b || a.unit !== b.unit) return null;
  // "Under your range, which runs from 58 to 61": nothing moved.
  if (isRangeEnd(a) && isRangeEnd(b)) return null;
  const lead = /(from|to) (?:\p{L}+ ){0,3}$/u.exec(read.plain.slice(0, first.quantity.start))?.[1];
  const link =
    /(?:^|[ ,])(from|to|against|compared|versus|vs|than|instead)(?: [\p{L}-]+){0,5} $/u.exec(
      read.plain.slice(first.quantity.end, second.quantity.start),
    )?.[1];
  if (lead === "from" && link === "to") return [{ sign: Math.sign(b.value - a.value), fact: b }];
  if (lead !== "from" && link !== undefined && link !== "to")
    return [{ sign: Math.sign(a.value - b.value), fact: a }];
  return null;
}

/** What the facts of the metric say; null when no metric is named. */
function metricEvidence(
  read: ReadText,
  direction: DirectionMention,
  facts: readonly Fact[],
  told: Told,
): readonly Evidence[] | null {
  const metrics = metricsAt(read, direction);
  if (metrics === null) return null;
  const sentence = sentenceOf(read, direction);
  const held = told.find(
    ({ quantity }) =>
      quantity.start >= direction.end &&
      quantity.end <= sentence.end &&
      /^ (?:than |the |its |your |a |an |usual |normal |own |mean |of |average |usually )*$/u.test(
        read.plain.slice(direction.end, quantity.start),
      ),
  )?.checked.fact;
  const days = within(read.days, sentence);
  return signsOfMetric(facts, metrics, held ?? null, days);
}

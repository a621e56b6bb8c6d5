/** One number of a text against the facts: a claim with its fact, or a problem that says why. */
import type { Fact } from "@/lib/training/insights/finding";
import { isRightOfChange, isRightSign } from "./check-sign";
import type {
  Claim,
  DayMention,
  MetricMention,
  Problem,
  ProblemKind,
  Quantity,
} from "./claim-types";
import { derivedFrom } from "./derived-facts";
import { isAgainst, isReference, isRemembered, isSameMetric, stretchesOf } from "./fact-kind";
import { isOfDays, isOfNamedWeeks } from "./fits-days";
import { isLength, isOtherUnit, isSizeOf, isUnitOf } from "./fits-value";
import { isToDo } from "./is-advice";
import { isCounted, isCountedTopic, isOfOtherKind } from "./is-counted";
import { namesOf } from "./metric-names";
import { daysAt, isStretch } from "./named-days";
import { isStrong, metricBefore, metricsAt } from "./named-metrics";
import { type Quotes, quotedFrom } from "./quoted";
import { clauseOf, type ReadText, sentenceOf, within } from "./read-text";
import { isCalledUsual, isMeantAsReference } from "./reference-words";

export type Checked = { readonly claim: Claim; readonly fact: Fact | null };

type Sieve = {
  readonly kind: ProblemKind;
  readonly keep: (facts: readonly Fact[]) => readonly Fact[];
  readonly why: (last: readonly Fact[]) => string;
};

export function checkQuantity(
  read: ReadText,
  quantity: Quantity,
  facts: readonly Fact[],
  quotes: Quotes,
): Checked | Problem {
  const checked = borneOut(read, quantity, facts, quotes);
  return "claim" in checked && isOfOtherMetric(read, quantity, checked, facts)
    ? { ...problemOf(read, quantity), kind: "metric" }
    : checked;
}

/** "Form is at 3 days": whatever else has that number, the metric that leads to it has not. */
function isOfOtherMetric(
  read: ReadText,
  quantity: Quantity,
  { fact }: Checked,
  facts: readonly Fact[],
): boolean {
  const metric = metricBefore(read, quantity);
  if (metric === null || !facts.some((one) => namesOf(one).has(metric.name))) return false;
  if (fact !== null) return !namesOf(fact).has(metric.name);
  return !quantity.readings.every(({ dimension }) => dimension === "days");
}

function problemOf(read: ReadText, { start, end }: Quantity): Problem {
  return { start, end, kind: "number", said: read.plain.slice(start, end), why: NONE };
}

function borneOut(
  read: ReadText,
  quantity: Quantity,
  facts: readonly Fact[],
  quotes: Quotes,
): Checked | Problem {
  const { start, end } = quantity;
  let left = facts;
  let problem: Problem | null = null;
  for (const { kind, keep, why } of sieves(read, quantity, facts)) {
    const kept = keep(left);
    if (kept.length === 0) {
      problem = { start, end, kind, said: read.plain.slice(start, end), why: why(left) };
      break;
    }
    left = kept;
  }
  const fact = left.find(({ id }) => read.topic.has(id)) ?? left[0];
  if (problem === null && fact) return { claim: { start, end, factId: fact.id }, fact };
  const derived = derivedFrom(read, quantity, facts);
  if (derived !== null) return { claim: { start, end, factId: derived.id }, fact: derived };
  const other = stretchFact(read, quantity, facts) ?? quotedFrom(read, quantity, quotes);
  if (other !== null) return { claim: { start, end, factId: other }, fact: null };
  return problem ?? problemOf(read, quantity);
}

const NONE = "No fact has this number.";

function sieves(read: ReadText, quantity: Quantity, all: readonly Fact[]): Sieve[] {
  const said = read.plain.slice(quantity.start, quantity.end);
  const metrics = metricsAt(read, quantity);
  const isAlone = isOfTopicAlone(read, quantity, metrics);
  const isNamed = (fact: Fact) =>
    !isOfOtherKind(read, quantity, fact) &&
    isToldAsRatio(read, quantity, fact) &&
    (isCounted(read, quantity, fact) ||
      isCountedTopic(read, quantity, fact) ||
      // Beside a word that says little ("easy runs") a number is still of what the text is about.
      (fact.id.startsWith("workout.") && isToDo(read, quantity)) ||
      (isAlone && read.topic.has(fact.id) && isFeltAsSaid(read, quantity, fact)) ||
      (metrics?.some(({ name }) => namesOf(fact).has(name)) ?? isClearAlone(quantity, fact)));
  return [
    {
      kind: all.some((fact) => isNamed(fact) && isOtherUnit(quantity, fact)) ? "unit" : "number",
      keep: (left) => left.filter((fact) => isUnitOf(quantity, fact) && isSizeOf(quantity, fact)),
      why: () => whyNoSize(said, all.filter(isNamed)),
    },
    {
      kind: "metric",
      keep: (left) => left.filter(isNamed),
      why: ([fact]) =>
        `“${said}” is ${fact?.label ?? "another fact"}, not ${metrics?.[0]?.name ?? "what is named here"}.`,
    },
    {
      kind: "metric",
      keep: (left) => ofTopic(read, quantity, left, all),
      why: ([fact]) => `“${said}” is ${fact?.label}: say so.`,
    },
    {
      kind: "day",
      keep: (left) => ofSaidDays(read, quantity, left, all),
      why: ([fact]) =>
        `“${said}” is of ${fact?.fromDay} to ${fact?.toDay}, not of the day named here.`,
    },
    {
      kind: "metric",
      keep: (left) => isMeantAsReference(read, quantity, left, all),
      why: ([fact]) => `“${said}” is ${fact?.label}: say so.`,
    },
    {
      kind: "direction",
      keep: (left) =>
        left.filter(
          (fact) => isRightSign(read, quantity, fact) && isRightOfChange(read, quantity, fact),
        ),
      why: ([fact]) => `“${said}” goes the other way: ${fact?.label} is ${fact?.value}.`,
    },
  ];
}

function whyNoSize(said: string, named: readonly Fact[]): string {
  const known = named.slice(0, 3).map(({ label, value, unit }) => `${label} ${value} ${unit}`);
  return known.length === 0 ? NONE : `No fact is “${said}”; known are: ${known.join("; ")}.`;
}

/** "1.7 times the usual week": without such a word a ratio is no load. */
function isToldAsRatio(read: ReadText, quantity: Quantity, fact: Fact): boolean {
  if (fact.unit !== "ratio" || !isAgainst(fact)) return true;
  const { start, end } = clauseOf(read, quantity) ?? quantity;
  return /(?<!\p{L})(?:times|ratio|as much|fold)(?!\p{L})/u.test(read.plain.slice(start, end));
}

function isOfTopicAlone(
  read: ReadText,
  quantity: Quantity,
  metrics: readonly MetricMention[] | null,
): boolean {
  if (!metrics) return true;
  const near = within(metrics, clauseOf(read, quantity));
  return !metrics.some(isStrong) && !near.some(({ name }) => /^nights?$/u.test(name));
}

/** A rating is named, or written as one. */
function isFeltAsSaid(read: ReadText, quantity: Quantity, { unit }: Fact): boolean {
  if (unit !== "rpe" && unit !== "rating") return true;
  const { start, end } = sentenceOf(read, quantity);
  const isRating = quantity.readings.some(({ dimension }) => dimension === "rating");
  return (
    isRating ||
    /(?<!\p{L})(?:effort|felt|feel|rat(?:ed|ing)|rpe|gave|giving)(?!\p{L})/u.test(
      read.plain.slice(start, end),
    )
  );
}

/** Without any name only a number with a unit of its own can be told apart. */
function isClearAlone(quantity: Quantity, fact: Fact): boolean {
  return quantity.unit !== "" && fact.unit !== "count" && fact.unit !== "days";
}

/** In a text about a finding a number is that finding's, unless a day of its own tells another. */
function ofTopic(
  read: ReadText,
  quantity: Quantity,
  left: readonly Fact[],
  all: readonly Fact[],
): readonly Fact[] {
  const { mentions, isOwn } = daysAt(read, quantity);
  const days = isOwn ? mentions : [];
  const topic = all.filter(({ id }) => read.topic.has(id));
  const isOneOf = (fact: Fact, one: Fact) =>
    isSameMetric(one, fact) ||
    (one.unit === "count" &&
      (isCounted(read, quantity, one) || isCountedTopic(read, quantity, one)));
  const isRival = (fact: Fact) =>
    !read.topic.has(fact.id) &&
    topic.some((one) => isOneOf(fact, one) && (days.length === 0 || isOfDays(one, days)));
  return left.filter((fact) => !isRival(fact));
}

/** Days said earlier in the sentence bind only a metric that has a value of those days. */
function ofSaidDays(
  read: ReadText,
  quantity: Quantity,
  left: readonly Fact[],
  all: readonly Fact[],
): readonly Fact[] {
  const { mentions, isOwn } = daysAt(read, quantity);
  // "…last night, above your mean of 49": what it is held to has days of its own.
  const isHeldTo = (fact: Fact) =>
    (!isOwn && (isReference(fact) || isAgainst(fact))) ||
    (isReference(fact) && mentions.every(isWeek) && isCalledUsual(read, quantity));
  const known = left.filter((fact) => !isRemembered(fact) || isOfNamedWeeks(fact, mentions));
  const kept = known.filter((fact) => isOfDays(fact, mentions) || isHeldTo(fact));
  if (kept.length > 0 || isOwn) return kept;
  return known.filter(
    (fact) => !all.some((other) => isSameMetric(fact, other) && isOfDays(other, mentions)),
  );
}

function isWeek({ kind }: DayMention): boolean {
  return kind === "week";
}

/** "the last four weeks" of a metric that is told over 28 days. */
function stretchFact(read: ReadText, quantity: Quantity, facts: readonly Fact[]): string | null {
  if (!isStretch(read, quantity)) return null;
  // "For 7 nights nothing was measured", where the finding counts five of them.
  if (facts.some((fact) => isCountedTopic(read, quantity, fact))) return null;
  const metrics = metricsAt(read, quantity);
  const isNamed = (fact: Fact) => metrics?.some(({ name }) => namesOf(fact).has(name)) ?? true;
  const found = facts.find((fact) => {
    const isTold = stretchesOf(fact).some((days) => isLength(quantity, days));
    return isTold && (isNamed(fact) || read.topic.has(fact.id));
  });
  return found?.id ?? null;
}

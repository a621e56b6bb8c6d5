/**
 * Holds a text against the facts: every number, day, direction and metric name in it must stand
 * there. Strict on purpose: what is not borne out is a problem, also where it may be true.
 */
import { checkDay } from "./claims/check-day";
import { checkDirection, type Told } from "./claims/check-direction";
import { checkQuantity } from "./claims/check-quantity";
import { checkRoles } from "./claims/check-roles";
import { ofOtherSport } from "./claims/check-sport";
import type {
  Claim,
  Problem,
  Quantity,
  Span,
  TextLocale,
  Verification,
} from "./claims/claim-types";
import { isOwnName, namesOf } from "./claims/metric-names";
import { plainText } from "./claims/plain-text";
import { idleNumbers, type Quotes, quoteOf } from "./claims/quoted";
import { brokenRanges } from "./claims/read-quantities";
import { type ReadText, readText } from "./claims/read-text";
import { ruleClaims, ruleSentences } from "./claims/rule-sentences";
import type { Facts } from "./facts-types";

/** @param about the finding that the text is about: "it" and its counts are that finding's */
export function verifyClaims(
  text: string,
  facts: Facts,
  locale: TextLocale = "en",
  about: string | null = null,
): Verification {
  const finding = facts.findings.find(({ detector }) => detector === about);
  const read = readText(text, facts.facts, facts.day, locale, new Set(finding?.factIds));
  const told: Told[number][] = [];
  const found: (Claim | Problem | null)[] = [];
  for (const quantity of read.quantities) {
    const checked = checkQuantity(read, quantity, facts.facts, quotesOf(facts));
    if ("claim" in checked) told.push({ quantity, checked });
    found.push("claim" in checked ? checked.claim : checked);
  }
  found.push(
    ...read.days.map((mention) => checkDay(read, mention, facts.facts, facts.events)),
    ...read.directions.map((word) => checkDirection(read, word, facts.facts, told)),
    ...checkRoles(read, told, facts.facts),
    ...unknownMetrics(read, facts),
    ...(finding ? ofOtherSport(read, finding.sport, ownWords(finding)) : []),
    ...brokenRanges(read.plain, read.quantities).map((range) => rangeProblem(read, range)),
    ...read.unread.map((span) => unreadProblem(read, span)),
  );
  const repeated = ruleSentences(read, facts.findings);
  const own = found.filter((one) => one !== null && !repeated.some((rule) => isWithin(one, rule)));
  const claimed = ruleClaims(read, repeated, facts.facts);
  const inOrder = [...own, ...claimed]
    .filter((one) => one !== null)
    .sort((a, b) => a.start - b.start);
  const problems = inOrder.filter((one) => "kind" in one);
  const claims = inOrder.filter((one) => "factId" in one);
  return { ok: problems.length === 0, claims, problems: problems.map(inOriginal(text)) };
}

/** Several texts are held against the same facts. */
const quotes = new WeakMap<Facts, Quotes>();

function quotesOf(of: Facts): Quotes {
  const known = quotes.get(of) ?? makeQuotes(of);
  quotes.set(of, known);
  return known;
}

function makeQuotes({ facts, findings, today }: Facts): Quotes {
  return [
    ...facts.map((fact) => quoteOf(fact.id, fact.label, fact)),
    ...findings.flatMap(({ detector, title, action, text, factIds }) => [
      ...[title, action].map((words) => quoteOf(`finding:${detector}`, words)),
      idleNumbers(
        quoteOf(`finding:${detector}`, text),
        facts.filter(({ id }) => factIds.includes(id)),
      ),
    ]),
    ...(today?.workout ? [quoteOf("workout:title", today.workout.title)] : []),
  ];
}

function ownWords({ title, text, action }: Facts["findings"][number]): string {
  return plainText(`${title} ${text} ${action}`);
}

function unknownMetrics(read: ReadText, facts: Facts): Problem[] {
  const words = quotesOf(facts).map(({ plain }) => plain);
  return read.metrics.flatMap(({ start, end, name }) => {
    const isNamed = facts.facts.some((fact) => namesOf(fact).has(name));
    if (!isOwnName(name) || isNamed || words.some((plain) => plain.includes(name))) return [];
    return [{ start, end, kind: "metric", said: name, why: `No fact is about “${name}”.` }];
  });
}

function unreadProblem(read: ReadText, { start, end }: { start: number; end: number }): Problem {
  const said = read.plain.slice(start, end);
  const why = `“${said}” cannot be read: write numbers as the facts show them.`;
  return { start, end, kind: "unread", said, why };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function rangeProblem(read: ReadText, { start, end }: Quantity): Problem {
  const said = read.plain.slice(start, end);
  return { start, end, kind: "number", said, why: "A range goes from its low to its high end." };
}

/** The words as they were written. */
function inOriginal(text: string): (problem: Problem) => Problem {
  return (problem) => ({ ...problem, said: text.slice(problem.start, problem.end) });
}

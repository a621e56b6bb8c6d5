/** Which metric a number or a direction is said of. */
import type { MetricMention, Span } from "./claim-types";
import { clauseOf, type ReadText, sentenceOf, within } from "./read-text";

/** What a number often stands beside without being its measure: "the night's HRV", "load of a ride". */
const WEAK = new Set([
  ...["night", "nights", "ride", "run", "swim", "session", "workout", "activity", "training"],
  ...[
    "trained",
    "easy",
    "spin",
    "volume",
    "today's workout",
    "ran",
    "rode",
    "swam",
    "feel",
    "felt",
  ],
  ...["recovered", "duration", "power", "pace", "best", "covered", "record"],
  ...["riding", "running", "swimming", "on the bike", "in the saddle"],
  ...["best effort", "best long effort", "best 20 minutes", "your new best", "your best before"],
]);
const JOINED = /^'?s? ?(?:(?:of|in|for|on|during|from|your|the|a|an|total|in a) ?){0,3}$/u;

const OWN_NUMBER = /^ (?:of |at |is |was )?-?\d/u;
/** What may stand between a metric and a number that is its own: "form is at 3". */
const LINK =
  /^(?::|,)?(?: (?:score|of|at|is|was|are|were|stands?|sits?|stood|sat|came|to|now|today|currently|about|only|just|still))* $/u;

/** The metric that leads straight to the number: "form is at 12", "a load of 41"; null where none does. */
export function metricBefore(read: ReadText, place: Span): MetricMention | null {
  if (pairedMetric(read, place)) return null;
  const near = read.metrics.findLast(({ end }) => end <= place.start) ?? null;
  if (near === null || !isStrong(near)) return null;
  return LINK.test(read.plain.slice(near.end, place.start)) ? near : null;
}

/**
 * The metrics that a number can be of, the nearest first; null where the text names none.
 * More than one only where the nearest says little by itself.
 */
export function metricsAt(read: ReadText, place: Span): readonly MetricMention[] | null {
  const paired = pairedMetric(read, place);
  if (paired) return [paired];
  const clause = clauseOf(read, place);
  const sentence = sentenceOf(read, place);
  const inClause = outsideDays(read, within(read.metrics, clause));
  const inSentence = outsideDays(read, within(read.metrics, sentence));
  const before = inClause.filter(({ start }) => start < place.start).reverse();
  const joined = inClause.filter(
    ({ start, end }) =>
      start >= place.end &&
      JOINED.test(read.plain.slice(place.end, start)) &&
      // "48 min for a load of 41": the load has a number of its own.
      !OWN_NUMBER.test(read.plain.slice(end)),
  );
  const after = inClause.filter(({ start }) => start >= place.end);
  const earlier = inSentence.filter(({ start }) => start < (clause?.start ?? 0)).reverse();
  const later = inSentence.filter(({ start }) => start >= (clause?.end ?? 0));
  const said = outsideDays(read, read.metrics)
    .filter(({ start }) => start < sentence.start)
    .reverse();
  const next = { start: sentence.end, end: read.plain.length };
  const explained = /^[.!]? (?:that|this|it)(?!\p{L})/u.test(read.plain.slice(sentence.end))
    ? outsideDays(read, within(read.metrics, next))
    : [];
  const near = [...joined.slice(0, 1), ...untilStrong(before)];
  if (near.some(isStrong)) return near;
  const further = [...after, ...earlier, ...later, ...said, ...explained];
  const strong = further.find(isStrong);
  const found = strong ? [...near, strong] : [...near, ...further];
  return found.length > 0 ? found : null;
}

/** "Fitness and fatigue are 61 and 48": as many names as numbers, the names first. */
function pairedMetric(read: ReadText, place: Span): MetricMention | null {
  const sentence = sentenceOf(read, place);
  const metrics = outsideDays(read, within(read.metrics, sentence));
  const numbers = within(read.quantities, sentence);
  const index = numbers.findIndex(({ start }) => start === place.start);
  const first = numbers[0];
  const isList = metrics.length === numbers.length && numbers.length > 1 && first !== undefined;
  const isJoined = metrics.every(({ end }, i) => {
    const next = metrics[i + 1];
    return (
      !next || /^(?:,|,? and|,? or)? ?(?:your |the )?$/u.test(read.plain.slice(end, next.start))
    );
  });
  if (index < 0 || !isJoined || !isList || (metrics.at(-1)?.end ?? 0) > first.start) return null;
  return metrics[index] ?? null;
}

function untilStrong(mentions: readonly MetricMention[]): MetricMention[] {
  const index = mentions.findIndex(isStrong);
  return mentions.slice(0, index < 0 ? mentions.length : index + 1);
}

export function isStrong({ name }: MetricMention): boolean {
  return !WEAK.has(name);
}

/** "night" in "last night" names no metric. */
function outsideDays(read: ReadText, mentions: readonly MetricMention[]): MetricMention[] {
  return mentions.filter(
    ({ start, end }) => !read.days.some((day) => start >= day.start && end <= day.end),
  );
}

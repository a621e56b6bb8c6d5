/** What sort of number a fact is, told by its id and label. */
import { daysBetween } from "@/lib/dates/local-date";
import type { Fact } from "@/lib/training/insights/finding";

const REFERENCE =
  /(?:^|[^a-z])(?:mean|average|avg|usual|usually|baseline|normal|typical|norm|range|low|high|limit|threshold|previous|prior|before|median|expected|target|past|need)(?![a-z])/;
const CHANGE =
  /(?:^|[^a-z])(?:change|changed|difference|delta|above|below|against|versus|vs|trend|slope|rise|rose|drop|fall|gain|loss|more|less|shortfall|deficit|gap|ramp)(?![a-z])/;
const DOWNWARD = /(?:^|[^a-z])(?:below|drop|fall|loss|less|shortfall|deficit|under)(?![a-z])/;

/** What a value is held against: a mean, a range's end, a limit. */
export function isReference(fact: Fact): boolean {
  return REFERENCE.test(words(fact)) && !isChange(fact);
}

/** The low or high end of a range. */
export function isRangeEnd(fact: Fact): boolean {
  if (/(?:^|[^a-z])(?:middle|mean)(?![a-z])/.test(words(fact))) return false;
  return /(?:^|[^a-z])(?:low|high|lower|upper|range)(?![a-z])/.test(words(fact));
}

export function isLowEnd(fact: Fact): boolean {
  return /(?:^|[^a-z])(?:low|lower)(?![a-z])/.test(words(fact));
}

/** Held against something else: a change, or a ratio. */
export function isAgainst(fact: Fact): boolean {
  return CHANGE.test(words(fact));
}

/** What is counted, and a ratio "against the mean week", has no direction of its own. */
export function isChange(fact: Fact): boolean {
  return fact.unit !== "ratio" && fact.unit !== "count" && isAgainst(fact);
}

/** Up or down; 0 when it did not move. A drop told as a positive number goes down. */
export function signOfChange(fact: Fact): -1 | 0 | 1 {
  const sign = Math.sign(fact.value);
  const isDrop = DOWNWARD.test(words(fact)) && sign > 0;
  return (isDrop ? -sign : sign) as -1 | 0 | 1;
}

export function lengthInDays(fact: Fact): number {
  return daysBetween(fact.fromDay, fact.toDay) + 1;
}

const LENGTHS = /(\d{1,3})(?= (?:days|nights|before)(?![a-z]))/g;

/** Every stretch that belongs to a fact: its own days, and those that its label tells of. */
export function stretchesOf(fact: Fact): readonly number[] {
  const told = [...fact.label.matchAll(LENGTHS)].map(([days]) => Number(days));
  // From a day to one four weeks later are 28 days, and both ends are its own.
  const between = isChange(fact) ? [lengthInDays(fact) - 1] : [];
  return [lengthInDays(fact), ...between, ...told].filter((days) => days > 1);
}

/** Of a week or month that is kept in mind: one of many of its metric. */
export function isRemembered({ id }: Fact): boolean {
  return /\.(?:week|month)-\d{4}-/.test(id);
}

/** The same measure, perhaps of other days or as a mean. */
export function isSameMetric(a: Fact, b: Fact): boolean {
  return a.unit === b.unit && a.id.split(".")[0] === b.id.split(".")[0];
}

function words(fact: Fact): string {
  return `${fact.id.slice(fact.id.indexOf(".") + 1)} ${fact.label}`.toLowerCase();
}

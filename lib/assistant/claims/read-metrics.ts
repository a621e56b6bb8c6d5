import type { Fact } from "@/lib/training/insights/finding";
import type { MetricMention } from "./claim-types";
import { METRICS, namesOf } from "./metric-names";

const ALWAYS = METRICS.flatMap(({ names }) => names);

/** Where a metric is named, the longest name at each place, in the order of the text. */
export function readMetrics(text: string, facts: readonly Fact[]): MetricMention[] {
  const found = [...text.matchAll(patternOf(facts))];
  // "At the same heart rate", "you do best on": neither names anything.
  const named = found.filter(
    ({ index }) => !/(?<!\p{L})(?:same|do|does|did|feel) $/u.test(text.slice(0, index)),
  );
  return named.map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[0],
  }));
}

/** Several texts are read against the same facts. */
const patterns = new WeakMap<readonly Fact[], RegExp>();

function patternOf(facts: readonly Fact[]): RegExp {
  const known = patterns.get(facts);
  if (known) return known;
  const names = new Set([...ALWAYS, ...facts.flatMap((fact) => [...namesOf(fact)])]);
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(escaped);
  const words = longestFirst.join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, "gu");
  patterns.set(facts, pattern);
  return pattern;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

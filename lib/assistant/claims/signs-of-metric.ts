/** Which way the facts of a metric go: their changes, and the latest value against what it is held to. */
import type { Fact } from "@/lib/training/insights/finding";
import type { DayMention, MetricMention } from "./claim-types";
import { isChange, isReference, isSameMetric, lengthInDays, signOfChange } from "./fact-kind";
import { namesOf } from "./metric-names";

export type MetricSign = { readonly sign: number; readonly fact: Fact };

/** @param held what the text holds the metric against, where that is a fact */
export function signsOfMetric(
  facts: readonly Fact[],
  metrics: readonly MetricMention[],
  held: Fact | null,
  days: readonly DayMention[],
): readonly MetricSign[] {
  const own = facts.filter((fact) => metrics.some(({ name }) => namesOf(fact).has(name)));
  if (held !== null) return against(own, held);
  const length = days.find(({ kind }) => kind === "period")?.length ?? null;
  const changes = own
    .filter((fact) => isChange(fact))
    .map((fact) => ({ sign: signOfChange(fact), fact }));
  const ofLength = changes.filter(({ fact }) => lengthInDays(fact) === length);
  if (ofLength.length > 0) return ofLength;
  const references = own.filter((fact) => isReference(fact));
  const values = [...changes, ...references.flatMap((reference) => against(own, reference))];
  return values.length > 0 ? values : betweenReferences(references);
}

/** A later mean against an earlier one, where no single value is known. */
function betweenReferences(references: readonly Fact[]): MetricSign[] {
  return references.flatMap((fact) =>
    references
      .filter((other) => isSameMetric(fact, other) && other.toDay < fact.toDay)
      .map((other) => ({ sign: Math.sign(fact.value - other.value), fact })),
  );
}

function against(own: readonly Fact[], reference: Fact): MetricSign[] {
  const values = own.filter(
    (fact) => !isChange(fact) && !isReference(fact) && isSameMetric(fact, reference),
  );
  const latest = values.sort((a, b) => b.toDay.localeCompare(a.toDay))[0];
  if (!latest || latest.id === reference.id) return [];
  return [{ sign: Math.sign(latest.value - reference.value), fact: latest }];
}

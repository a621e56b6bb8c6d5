import type { MetricValue } from "@/lib/training/activity/activity-types";

type Metrics = Readonly<Record<string, MetricValue>>;

export type MissingNumbers = { readonly reason: string; readonly names: readonly string[] };

/** Numbers without a value by what they lack, so that one missing sensor is told once. */
export function groupMissing(names: readonly string[], metrics: Metrics): MissingNumbers[] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const metric = metrics[name];
    if (metric === undefined || metric.value !== null) continue;
    const reason = metric.reason ?? "Not known.";
    groups.set(reason, [...(groups.get(reason) ?? []), name]);
  }
  return [...groups].map(([reason, named]) => ({ reason, names: named }));
}

import type { LocalDate } from "@/lib/dates/local-date";
import type { Fact, Finding } from "@/lib/training/insights/finding";
import { ifAiAllowed, type Origin } from "@/lib/training/source/ai-allowed";

/** Where numbers come from, as far as it decides who may read them. */
export type Origins = {
  readonly ofActivity: (id: string) => readonly Origin[];
  /** Of what is summed up over the days until then. */
  readonly ofDay: (day: LocalDate) => readonly Origin[];
  readonly ofFinding: (finding: Finding) => readonly Origin[];
  /** Of a number by itself. */
  readonly ofFact: (fact: Fact) => readonly Origin[];
};

/** Measured at night or said by the athlete: no activity plays a part. */
const APART = new Set(
  "resting-hr hrv sleep sleep-debt sleep-need sleep-score stress respiration weight check-in symptoms travel".split(
    " ",
  ),
);
const FREE: readonly Origin[] = ["file"];
const FENCED: readonly Origin[] = ["file", "strava"];

/**
 * @param fenced activities that no language model may read, the oldest first. Fitness, form and
 *   every sum carry them from their day on.
 */
export function originsOf(
  fenced: readonly { readonly id: string; readonly day: LocalDate }[],
): Origins {
  const ids = new Set(fenced.map(({ id }) => id));
  const first = fenced[0]?.day;
  const ofActivity = (id: string) => (ids.has(id) ? FENCED : FREE);
  const ofDay = (day: LocalDate) => (first !== undefined && day >= first ? FENCED : FREE);
  const ofFact = ({ id, toDay }: Fact) => (APART.has(id.split(".")[0] ?? "") ? FREE : ofDay(toDay));
  const ofFinding = ({ evidence }: Finding) =>
    evidence.flatMap((one) => [
      ...(one.isFenced ? FENCED : ofFact(one)),
      ...(one.activityIds ?? []).flatMap(ofActivity),
    ]);
  return { ofActivity, ofDay, ofFinding, ofFact };
}

/** A finding as it is kept: what it rests on may be deleted while it is still told. */
export function markFenced(finding: Finding, { ofFinding }: Origins): Finding {
  if (ifAiAllowed({ value: finding, from: ofFinding(finding) })) return finding;
  const evidence = finding.evidence.map((one) => ({ ...one, isFenced: true as const }));
  return { ...finding, evidence };
}

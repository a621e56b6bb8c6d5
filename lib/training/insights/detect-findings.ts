/**
 * Everything that stands out in an athlete's numbers, the weightiest first.
 * Runs all detectors; leaves out what another finding explains, and keeps two of a family.
 * Reference: docs/methods/detectors.md.
 * Valid: any input; too little data is no finding.
 */
import type { DetectorInput } from "./detector-input";
import { DETECTOR_ENTRIES } from "./detectors";
import { FINDING_SEVERITIES, type Finding } from "./finding";

const OF_A_FAMILY = 2;

export function detectFindings(input: DetectorInput): Finding[] {
  const found = DETECTOR_ENTRIES.flatMap(({ family, explains, detect }, weight) => {
    const finding = detect(input);
    return finding === null ? [] : [{ finding, family, weight, explains: explains ?? [] }];
  });
  const explained = new Set(found.flatMap(({ explains }) => explains));
  const taken = new Map<string, number>();
  return found
    .filter(({ finding }) => !explained.has(finding.detector))
    .sort((a, b) => rank(b.finding) - rank(a.finding) || a.weight - b.weight)
    .filter(({ family }) => {
      taken.set(family, (taken.get(family) ?? 0) + 1);
      return (taken.get(family) ?? 0) <= OF_A_FAMILY;
    })
    .map(({ finding }) => finding);
}

function rank({ severity }: Finding): number {
  return FINDING_SEVERITIES.indexOf(severity);
}

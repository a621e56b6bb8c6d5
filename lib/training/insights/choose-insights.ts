/**
 * What an athlete is told at once: three to five findings.
 * The weightiest five, one of them good news where there is some; a calm week is filled up with how it went.
 * Reference: docs/methods/detectors.md.
 * Valid: findings in the order of detectFindings; fewer than three where nights and training are hardly known.
 */
import { detectFindings } from "./detect-findings";
import type { DetectorInput } from "./detector-input";
import type { Finding } from "./finding";
import { weekFindings } from "./week-findings";

const MOST = 5;
const LEAST = 3;

export function chooseInsights(input: DetectorInput): Finding[] {
  const found = detectFindings(input);
  const good = found.find(({ severity }) => severity === "celebrate");
  const first = found.slice(0, MOST);
  const chosen = good && !first.includes(good) ? [...first.slice(0, MOST - 1), good] : first;
  return chosen.length >= LEAST ? chosen : [...chosen, ...weekFindings(input)].slice(0, LEAST);
}

/** What a model is asked to put into words: weeks of invented athletes, mornings and activities. */
import type { PromptKind } from "@/lib/assistant/build-prompt";
import type { Facts } from "@/lib/assistant/facts-types";
import { detectFindings } from "@/lib/training/insights/detect-findings";
import { weekFindings } from "@/lib/training/insights/week-findings";
import { caseInput } from "../case-input";
import { factsOfInput } from "../claims/every-detector";
import { toldDays } from "../claims/told-days";
import { detectorCases } from "../detector-cases";
import { KNOWN } from "../populations";

export type AnswerCase = {
  readonly name: string;
  readonly kind: PromptKind;
  readonly facts: Facts;
};

/** Of each ten athletes of a kind. */
const OF_EACH = 5;
const MOST_FINDINGS = 5;

export function answerCases(): AnswerCase[] {
  const weeks = detectorCases(KNOWN)
    .filter((_, at) => at % 10 < OF_EACH)
    .flatMap((one): AnswerCase[] => {
      const { input } = caseInput(one);
      const findings = [...detectFindings(input), ...weekFindings(input)].slice(0, MOST_FINDINGS);
      if (findings.length === 0) return [];
      return [{ name: one.name, kind: "weekly", facts: factsOfInput(input, findings) }];
    });
  const days = toldDays().map(({ kind, finding, facts }): AnswerCase => {
    return { name: kind, kind: finding.detector === "morning" ? "daily" : "debrief", facts };
  });
  return [...weeks, ...days];
}

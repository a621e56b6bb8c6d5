import type { Evidence, Finding, FindingSeverity } from "@/lib/training/insights/finding";
import type { Cited } from "./cited";

/** Words for a morning or an activity, as they are kept: a model's, or the rules' with a sentence of care. */
export type KeptWords = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** Null when they are the rules'. */
  readonly model: string | null;
  readonly severity: FindingSeverity;
  /** What they were held against. */
  readonly evidence: readonly Evidence[];
  /** What their numbers are; null for words that were kept without. */
  readonly cited: Cited | null;
  readonly feedback: "up" | "down" | null;
};

export type BestWords = Omit<Finding, "evidence"> & {
  readonly evidence: Evidence[];
  readonly writtenBy: "rules" | "model";
  readonly model: string | null;
  /** What a model's numbers are; the rules' are all of the evidence. */
  readonly cited: Cited | null;
  /** Of what is kept; null for the rules' words, which are made anew each time. */
  readonly id: string | null;
  readonly feedback: "up" | "down" | null;
};

/** The kept words while everything that they rest on is as it was; else the rules'. */
export function bestWords(rules: Finding, kept: KeptWords | null): BestWords {
  if (kept === null || kept.severity !== rules.severity || !isSame(kept.evidence, rules.evidence)) {
    const own = { ...ownOf(rules), cited: null, id: null, feedback: null };
    return { ...own, writtenBy: "rules", model: null };
  }
  const { id, title, text, action, model, cited, feedback } = kept;
  const words = { id, title, text, action, model, cited, feedback };
  return { ...ownOf(rules), ...words, writtenBy: model === null ? "rules" : "model" };
}

function ownOf(rules: Finding) {
  return { ...rules, evidence: [...rules.evidence] };
}

function isSame(kept: readonly Evidence[], now: readonly Evidence[]): boolean {
  return (
    kept.length === now.length &&
    now.every(({ id, value, unit, toDay }, i) => {
      const one = kept[i];
      return one?.id === id && one.value === value && one.unit === unit && one.toDay === toDay;
    })
  );
}
